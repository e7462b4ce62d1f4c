"""What each check of exercise 10 is tried on: one strategy a check, called alike.

Parameters are multiples of 1/8, which float32 has exactly: where a gradient is 0, a move is 0 then
in float32 as well. No other move is so small that rounding w could hide it.
"""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, list_of, numbers

# Of a single number there is little to see, but a mean over all of w is right there.
_SHAPES = [(2,), (3,), (2, 2), (1,), (3, 1), (2, 3)]
_STEPS = [3, 2, 4, 5]
_SMALL = 0.004

_place = st.integers(-16, 16).map(lambda k: k / 8)
_size = decimals(0.1, 3)
_pull = st.one_of(_size, _size.map(lambda x: -x))


def _a(value):
    return array(value, "float64")


@st.composite
def _shape(draw):
    return draw(st.sampled_from(_SHAPES)), draw(st.sampled_from(_STEPS))


def _gradients(shape, steps):
    return numbers((steps, *shape), _pull)


def _inputs(draw, gradients, **rates):
    w = draw(numbers(gradients.shape[1:], _place))
    return {"w": _a(w), "gradients": list_of(map(_a, gradients)), **rates}


def _seen(moves):
    """Whether each move is 0, or so large that rounding w does not hide it."""
    moves = np.abs(np.array(moves))
    return bool(((moves == 0) | (moves > _SMALL)).all())


def _means(gradients, beta):
    """The mean of all up to each step: what is one step older counts beta times as much."""
    mean, found = 0 * gradients[0], []
    for g in gradients:
        mean = beta * mean + (1 - beta) * g
        found.append(mean)
    return np.array(found)


@st.composite
def _some_zeros(draw, gradients, first):
    """The gradients with some numbers replaced by 0; where not `first`, none of the first step."""
    steps, *shape = gradients.shape
    dead = draw(numbers((steps, *shape), st.sampled_from([False, False, True]), "bool"))
    dead[0] &= first
    return np.where(dead, 0.0, gradients)


@st.composite
def _momentum(draw):
    gradients = draw(_some_zeros(draw(_gradients(*draw(_shape()))), True))
    assume(gradients.any())
    learning_rate = draw(st.sampled_from([0.1, 0.03, 0.25]))
    gamma = draw(st.sampled_from([0.9, 0.5, 0.7, 0.25]))
    moves = learning_rate * _means(gradients, gamma) / (1 - gamma)
    assume(_seen(moves))
    return _inputs(draw, gradients, learning_rate=learning_rate, gamma=gamma)


momentum_steps = _momentum()
momentum_kept = _momentum()


@st.composite
def _adagrad(draw):
    gradients = draw(_some_zeros(draw(_gradients(*draw(_shape()))), True))
    assume(gradients.any())
    learning_rate = draw(st.sampled_from([0.5, 0.1, 0.25]))
    moves = learning_rate * gradients / (np.sqrt(np.cumsum(gradients**2, axis=0)) + 1e-8)
    assume(_seen(moves))
    return _inputs(draw, gradients, learning_rate=learning_rate)


adagrad_steps = _adagrad()


@st.composite
def _rmsprop(draw):
    gradients = draw(_some_zeros(draw(_gradients(*draw(_shape()))), True))
    assume(gradients.any())
    learning_rate = draw(st.sampled_from([0.1, 0.03, 0.25]))
    rho = draw(st.sampled_from([0.9, 0.75, 0.4, 0.8]))
    moves = learning_rate * gradients / (np.sqrt(_means(gradients**2, rho)) + 1e-8)
    assume(_seen(moves))
    return _inputs(draw, gradients, learning_rate=learning_rate, rho=rho)


rmsprop_steps = _rmsprop()


@st.composite
def _rates(draw):
    return {
        "learning_rate": draw(st.sampled_from([0.1, 0.03, 0.25])),
        "beta1": draw(st.sampled_from([0.9, 0.5, 0.8])),
        "beta2": draw(st.sampled_from([0.99, 0.75, 0.999, 0.95])),
    }


@st.composite
def _one_step(draw):
    shape = draw(st.sampled_from(_SHAPES))
    w, g = draw(numbers(shape, _place)), draw(numbers(shape, _pull))
    return {"w": _a(w), "g": _a(g), **draw(_rates())}


adam_first = _one_step()


def _adam_moves(gradients, learning_rate, beta1, beta2):
    t = np.arange(1, len(gradients) + 1).reshape(-1, *[1] * (gradients.ndim - 1))
    m = _means(gradients, beta1) / (1 - beta1**t)
    v = _means(gradients**2, beta2) / (1 - beta2**t)
    return learning_rate * m / (np.sqrt(v) + 1e-8)


@st.composite
def _adam(draw):
    """Zeros come later alone: without an epsilon, all of these are right."""
    gradients = draw(_some_zeros(draw(_gradients(*draw(_shape()))), False))
    rates = draw(_rates())
    assume(_seen(_adam_moves(gradients, **rates)))
    return _inputs(draw, gradients, **rates)


adam_steps = _adam()
adam_kept = _adam()


@st.composite
def _adam_from_zero(draw):
    """Some numbers have a gradient of 0 from the start, for some of the steps or for all."""
    shape, steps = draw(_shape())
    gradients = draw(_gradients(shape, steps))
    late = draw(numbers(shape, st.integers(0, steps), "int64"))
    assume(late.any() and (late < steps).any())
    gradients = np.where(np.arange(steps).reshape(-1, *[1] * len(shape)) < late, 0.0, gradients)
    rates = draw(_rates())
    assume(_seen(_adam_moves(gradients, **rates)))
    return _inputs(draw, gradients, **rates)


adam_zero = _adam_from_zero()

_lr = st.sampled_from([0.8, 0.1, 0.5, 0.05])
_factor = st.sampled_from([0.5, 0.1, 0.9, 0.95, 0.25])


@st.composite
def _stairs(draw):
    """Before the first drop, at it, between two, at a later one."""
    every = draw(st.sampled_from([10, 3, 5, 2, 7, 1]))
    k = draw(st.sampled_from([1, 0, 2, 3]))
    epoch = k * every + draw(st.sampled_from([-1, 0, 1, every // 2]))
    assume(epoch >= 0)
    return {"lr": draw(_lr), "epoch": epoch, "drop": draw(_factor), "every": every}


step_decay_values = _stairs()


@st.composite
def _slope(draw):
    every = draw(st.sampled_from([10, 3, 5, 2, 7, 1]))
    epoch = draw(st.sampled_from([1, 0, every, every // 2, 2 * every - 1, 3, 2 * every]))
    return {"lr": draw(_lr), "epoch": epoch, "rate": draw(_factor), "every": every}


exponential_decay_values = _slope()
_lowest = st.sampled_from([0.01, 0.0, 0.02, 0.001])


@st.composite
def _wave(draw):
    epochs = draw(st.sampled_from([10, 7, 4, 20, 2, 1, 5]))
    epoch = draw(st.integers(0, epochs - 1))
    return {"lr": draw(_lr), "epoch": epoch, "epochs": epochs, "lowest": draw(_lowest)}


cosine_decay_values = _wave()


@st.composite
def _after(draw):
    epochs = draw(st.sampled_from([10, 7, 4, 20, 2, 1, 5]))
    epoch = epochs + draw(st.sampled_from([0, 1, epochs, epochs // 2, 2 * epochs + 1]))
    return {"lr": draw(_lr), "epoch": epoch, "epochs": epochs, "lowest": draw(_lowest)}


cosine_decay_end = _after()
