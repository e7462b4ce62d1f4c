"""What each check of exercise 7 is tried on: one strategy a check, called alike."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, given, numbers

_seeds = st.integers(0, 10_000)


def _matrix(shape, low, high):
    """Decimals in [low, high]: half of the time all differ, as Hypothesis likes to repeat one."""
    differing = _seeds.map(
        lambda seed: np.random.default_rng(seed).integers(low * 100, high * 100 + 1, shape) / 100
    )
    return st.one_of(differing, numbers(shape, decimals(low, high)))


def _arrays(shapes, drawn):
    return st.sampled_from(shapes).flatmap(drawn).map(lambda values: array(values, "float64"))


_SHAPES = [(3,), (1,), (), (2,), (2, 2), (3, 2), (1, 3), (4,), (2, 1)]
sigmoid_values = given(
    z=st.one_of(
        _arrays(_SHAPES, lambda shape: _matrix(shape, -4, 4)),
        _arrays(_SHAPES, lambda shape: _matrix(shape, -20, 20)),
    )
)
_FAR = [1000, -1000, 709, -709, 710, -710, 745, -745, 746, -746, 800, -800, 30, -30, 1.5, -0.5]
sigmoid_stability = given(
    z=_arrays(_SHAPES, lambda shape: numbers(shape, st.sampled_from(_FAR).map(float)))
)


@st.composite
def _labels(draw, n):
    return np.array(draw(st.lists(st.integers(0, 1), min_size=n, max_size=n)), dtype=np.int64)


def _seldom_alike(n):
    """Labels of both classes, which Hypothesis likes to draw alike; of one class, where N = 1."""
    return _labels(n).filter(lambda y: len(set(y)) == min(2, n))


@st.composite
def _losses(draw, improbable=False, certain=False):
    """Probabilities and labels; some labels are `improbable`, or `certain`.

    With N <= 5 an epsilon of 1e-7 changes the loss by less than the tolerance where a label has a
    probability of 0.001, and one of 1e-5 by ten times as much.
    """
    n = draw(st.sampled_from([2, 3, 1, 4, 5]))
    y = draw(_seldom_alike(n) if draw(st.booleans()) else _labels(n))
    p = np.clip(draw(_matrix((n,), 0, 1)), 0.03, 0.97)
    picked = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    picked[draw(st.integers(0, n - 1))] = True
    if improbable:
        p = np.where(picked, np.where(y == 1, 0.001, 0.999), p)
    if certain:
        p = np.where(picked, y, p)
    return {"p": array(p, "float64"), "y": array(y, "int64")}


binary_cross_entropy_values = st.one_of(_losses(), _losses(improbable=True))
# Those without a certain one tell a loss that is NaN elsewhere from one that is always NaN.
binary_cross_entropy_certain = st.one_of(_losses(certain=True), _losses())

_SIZES = [(2, 2), (3, 2), (1, 1), (2, 1), (3, 1), (3, 3), (1, 3), (5, 3), (2, 3), (7, 2)]


@st.composite
def _lines(draw, sizes=_SIZES):
    """Samples, weights and a bias, with |Xw + b| <= 20."""
    n, d = draw(st.sampled_from(sizes))
    X, w = draw(_matrix((n, d), -3, 3)), draw(_matrix((d,), -3, 3))
    b = draw(decimals(-3, 3))
    assume((np.abs(X @ w + b) <= 20).all())
    return X, w, b


def _inputs(X, w, b):
    return {"X": array(X, "float64"), "w": array(w, "float64"), "b": b}


@st.composite
def _gradients(draw):
    X, w, b = draw(_lines())
    y = draw(_seldom_alike(len(X)) if draw(st.booleans()) else _labels(len(X)))
    return {"X": array(X, "float64"), "y": array(y, "int64"), "w": array(w, "float64"), "b": b}


gradient_shape = _gradients()
gradient_values = _gradients()


@st.composite
def _near_the_line(draw):
    """Samples of which half have 0 < |z| < 1/2: there p is near 1/2, on either side of it.

    Each sample is moved along w until its z is what was drawn for it; then it is rounded.
    """
    X, w, b = draw(_lines([(3, 2), (4, 2), (5, 1), (2, 2), (1, 1), (4, 3), (1, 3), (3, 3), (7, 2)]))
    assume(w @ w > 0.5)
    small = st.one_of(decimals(0.06, 0.48), decimals(-0.48, -0.06))
    z = draw(numbers((len(X),), st.one_of(small, decimals(0.6, 6), decimals(-6, -0.6))))
    z[draw(st.integers(0, len(z) - 1))] = draw(small)
    assume(len(z) == 1 or draw(st.booleans()) or z.min() < 0 < z.max())
    X = np.round(X + np.outer(z - X @ w - b, w) / (w @ w), 2)
    assume((np.abs(X @ w + b) > 0.02).all())
    return _inputs(X, w, b)


predict_values = _near_the_line()

_QUARTERS = st.integers(-8, 8).map(lambda k: k / 4)
"""Their sums and products are exact in any order, in float32 too: 0 is exactly 0."""


@st.composite
def _on_the_line(draw):
    """Samples of which some lie on the line exactly, and some of the lines are none: all zeros."""
    n = draw(st.sampled_from([2, 3, 1, 4]))
    if draw(st.integers(0, 3)) == 0:
        X, w, b = draw(numbers((n, 2), _QUARTERS)), np.zeros(2), 0.0
    else:
        w = np.array([draw(st.sampled_from([1.0, -1.0, 0.5, 2.0])), draw(_QUARTERS)])
        X, b = draw(numbers((n, 2), _QUARTERS)), draw(_QUARTERS)
        here = draw(st.lists(st.booleans(), min_size=n, max_size=n))
        here[draw(st.integers(0, n - 1))] = True
        X[here, 0] = -(X[here, 1] * w[1] + b) / w[0]
    return _inputs(X, w, b)


predict_boundary = _on_the_line()

_POINTS = _arrays([(2, 2), (1, 2), (3, 2), (4, 2)], lambda shape: _matrix(shape, -5, 5))
radius_values = given(X=_POINTS)
product_values = given(X=_POINTS)

_STEPS = st.sampled_from([1, 3, 20, 2])
_RATES = st.sampled_from([0.5, 0.1, 0.25, 1.0])


@st.composite
def _training(draw):
    """Points of two rings by their radius, or samples of several features; both labels are there.

    Where as many are of the one class as of the other, the first step leaves the bias at 0.
    """
    n, rings = draw(st.sampled_from([3, 5, 4, 6])), draw(st.booleans())
    y = draw(_seldom_alike(n))
    if rings:
        X = draw(numbers((n, 1), decimals(0.2, 1.1))) + np.where(y == 1, 1.25, 0)[:, None]
    else:
        X = draw(_matrix((n, draw(st.sampled_from([2, 3, 1]))), -3, 3))
    return {
        "X": array(X, "float64"),
        "y": array(y, "int64"),
        "learning_rate": draw(_RATES),
        "steps": draw(_STEPS),
    }


def _descent(X, y, rate, steps, w):
    """The losses after each step, and the last weights; X has a column of ones, for the bias."""
    losses = []
    for _ in range(steps):
        w = w - rate * X.T @ (1 / (1 + np.exp(-X @ w)) - y) / len(y)
        losses.append(np.mean(np.logaddexp(0, X @ w) - y * (X @ w)))
    return losses, w


def _rises(X, y, rate, steps):
    """Whether the loss rises with the second step, but what was rounded does not grow much."""
    A = np.column_stack([X, np.ones(len(X))])
    start = np.zeros(A.shape[1])
    losses, end = _descent(A, y, rate, steps, start)
    _, beside = _descent(A, y, rate, steps, start + 1e-6)
    higher = losses[1] > losses[0] + 0.05 and losses[-1] > min(losses) + 0.05
    return higher and abs(end - beside).max() < 1e-5


@st.composite
def _overshoots(draw):
    """Steps that are too long. Few data are such: they are looked for, as filters take long."""
    n, d = draw(st.sampled_from([(4, 2), (3, 1), (5, 1), (6, 2)]))
    rate, steps = draw(st.sampled_from([4.0, 6.0])), draw(st.sampled_from([3, 4]))
    rng = np.random.default_rng(draw(_seeds))
    while True:
        X, y = rng.integers(-300, 301, (n, d)) / 100, rng.integers(0, 2, n)
        if 0 < y.sum() < n and _rises(X, y, rate, steps):
            break
    inputs = {"X": array(X, "float64"), "y": array(y, "int64")}
    return inputs | {"learning_rate": rate, "steps": steps}


@st.composite
def _hardly_anything(draw):
    """Each sample has a neighbour of the other class: the gradient is small, but 20 steps show."""
    X, y = draw(_matrix((2, 2), -2, 2)), np.array([1, 1, 0, 0])
    shift = draw(st.sampled_from([0.06, 0.002, -0.08, 0.001, 0.1, -0.004]))
    X = np.round(np.concatenate([X, X + shift]), 3)
    inputs = {"X": array(X, "float64"), "y": array(y, "int64")}
    return inputs | {"learning_rate": draw(st.sampled_from([1.0, 0.5])), "steps": 20}


@st.composite
def _next_to_nothing(draw):
    """Samples in so small a unit, and as many of either class, that the gradient is below 1e-8."""
    n, d = draw(st.sampled_from([(2, 1), (4, 2), (2, 2), (4, 1)]))
    y = np.array(draw(st.permutations([0, 1] * (n // 2))))
    rises = np.array(draw(st.lists(st.sampled_from([1, -1]), min_size=d, max_size=d)))
    X = draw(_matrix((n, d), 5, 9)) * np.outer(2 * y - 1, rises)
    return {
        "X": array(np.round(X * 1e-9, 11), "float64"),
        "y": array(y, "int64"),
        "learning_rate": draw(st.sampled_from([0.5, 1.0, 0.25])),
        "steps": draw(st.sampled_from([20, 10, 15])),
    }


fit_values = st.one_of(_training(), _overshoots(), _hardly_anything())
fit_steps = _next_to_nothing()
fit_kept = _training()
