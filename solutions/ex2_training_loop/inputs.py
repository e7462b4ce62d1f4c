"""What each check of exercise 2 is tried on: one strategy a check, called alike.

Shapes are few: a student's tf.function is traced anew for each model and shape. Most images are of
one pixel, for examples that can be read; some are of H != W > 1, and one data set is long.
"""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import decimals, list_of, numbers, tensor, variable

_MARGIN = 1e-3
_PROBABLE = 1e-3
_RATES = st.sampled_from([0.3, 0.75, 1.7])

_SHAPES = st.sampled_from([(), (2,), (2, 2), (3, 1)])
_MIXED = st.sampled_from([[(2,), ()], [()], [(3, 1), (2,)], [(), (2, 2), (3, 1), (2,)]])


@st.composite
def _step(draw, mixed):
    """Parameters, a scalar among them, with gradients well above 1, and some in the hundreds.

    Those of one shape show a mistake in the order in their values, and those of mixed shapes as
    an exception; a check has one of both, so that it ends alike with every key.
    """
    shapes = draw(_MIXED) if mixed else [draw(_SHAPES)] * draw(st.integers(1, 4))
    steep = draw(st.sampled_from([9, 9, 900]))
    return {
        "params": list_of([variable(draw(numbers(s, decimals(-3, 3)))) for s in shapes]),
        "grads": list_of([tensor(draw(numbers(s, decimals(-steep, steep)))) for s in shapes]),
        "lr": draw(_RATES),
        "bs": draw(st.sampled_from([1, 2, 3, 5, 8])),
    }


sgd_values = _step(mixed=False)
sgd_in_place = _step(mixed=True)
sgd_gradients_kept = _step(mixed=True)


@st.composite
def _samples(draw, n, image, classes, size=None):
    """Images (N, H, W, 3) in 0 ... 254 and their class ids; with `size`, the last class is in
    each batch of it.
    """
    X = draw(numbers((n, *image, 3), st.integers(0, 254), "int64"))
    Y = np.array(draw(st.lists(st.integers(0, classes - 1), min_size=n, max_size=n)))
    for start in range(0, n, size or n) if size else ():
        Y[draw(st.integers(start, min(start + size, n) - 1))] = classes - 1
    return X.astype(np.float64), Y


@st.composite
def _parameters(draw, image, classes):
    """Weights and biases of one size, so that the images' scale decides who wins."""
    W = draw(numbers((*image, 3, classes), decimals(-2, 2)))
    return W, draw(numbers((classes,), decimals(-2, 2)))


def _softmax(logits):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def _flat(X):
    return X.reshape(len(X), -1) / 255


def _probabilities(X, W, b):
    return _softmax(_flat(X) @ W.reshape(-1, W.shape[-1]) + b)


def _is_clear(y):
    """Whether the largest probability of each row is well above the next."""
    if y.shape[1] == 1:
        return True
    top = np.sort(y, axis=1)
    return bool((top[:, -1] - top[:, -2] > _MARGIN).all())


def _in_batches(X, Y, size, classes):
    """Of each batch: the flat images, the labels, the one-hot labels."""
    for start in range(0, len(X), size):
        labels = Y[start : start + size]
        yield _flat(X[start : start + size]), labels, np.eye(classes)[labels]


def _seen_in_training(X, Y, lr, size, W, b):
    """The probabilities of each batch while the parameters are trained, and of all at the end."""
    W, b = W.reshape(-1, W.shape[-1]).copy(), b.copy()
    for x, labels, one_hot in _in_batches(X, Y, size, len(b)):
        y = _softmax(x @ W + b)
        yield y, labels
        delta = (y - one_hot) * lr / len(x)
        W, b = W - x.T @ delta, b - delta.sum(axis=0)
    yield _probabilities(X, W, b), Y


def _seen_with_a_layer(X, Y, lr, size, b, W, V, t):
    """The same with a hidden layer between."""
    W = W.reshape(-1, W.shape[-1])
    for x, labels, one_hot in _in_batches(X, Y, size, len(V)):
        h = t * (x @ W) + b
        y = _softmax(h @ V.T)
        yield y, labels
        delta = (y - one_hot) * lr / len(x)
        back = delta @ V
        steps = back.sum(axis=0), t * x.T @ back, delta.T @ h, ((x @ W) * back).sum()
        b, W, V, t = (p - step for p, step in zip((b, W, V, t), steps, strict=True))
    yield _softmax((t * (_flat(X) @ W) + b) @ V.T), Y


def _is_moderate(seen):
    """Whether no true class is ever so improbable that an epsilon of 1e-7 would show."""
    return all((y[np.arange(len(y)), labels] > _PROBABLE).all() for y, labels in seen)


def _hits(y, labels):
    return int((y.argmax(axis=1) == labels).sum())


def _linear_inputs(X, Y, W, b, lr):
    return {"X": tensor(X), "Y": tensor(Y, "int32"), "W": variable(W), "b": variable(b), "lr": lr}


@st.composite
def _training(draw, sizes, rates=_RATES, with_size=True, clear=False, learns=False):
    """A linear model and its data, for sizes (N, batch size, (H, W), C).

    Where it `learns`, another number of samples is right after the training than before.
    """
    n, size, image, classes = draw(st.sampled_from(sizes))
    X, Y = draw(_samples(n, image, classes, size))
    W, b = draw(_parameters(image, classes))
    lr = draw(rates)
    seen = list(_seen_in_training(X, Y, lr, size, W, b))
    assume(_is_moderate(seen) and not (clear and not all(_is_clear(y) for y, _ in seen)))
    assume(not learns or _hits(_probabilities(X, W, b), Y) != _hits(*seen[-1]))
    inputs = _linear_inputs(X, Y, W, b, lr)
    return inputs | {"size": size} if with_size else inputs


@st.composite
def _crowd(draw):
    """One batch of so many images of a class that is improbable that gradients are above 10."""
    rng = np.random.default_rng(draw(st.integers(0, 50)))
    X = rng.integers(60, 255, (48, 2, 3, 3)).astype(np.float64)
    W = rng.integers(-20, 21, (2, 3, 3, 2)) / 100
    b = np.array([-1.0, 1.0]) * rng.integers(40, 90) / 100
    Y = (rng.random(len(X)) < 0.1).astype(np.int64)
    lr = 0.03
    assume(_is_moderate(_seen_in_training(X, Y, lr, len(X), W, b)))
    gradient = np.tensordot(X / 255, _probabilities(X, W, b) - np.eye(2)[Y], (0, 0))
    assume(np.abs(gradient).max() > 12)
    return _linear_inputs(X, Y, W, b, lr)


def _long(samples):
    """More than a hundred batches of two, of one pixel each: always the same, as it takes long."""
    rng = np.random.default_rng(1)
    X, Y = rng.integers(0, 255, (samples, 1, 1, 3)), rng.integers(0, 2, samples)
    W, b = rng.integers(-100, 101, (1, 1, 3, 2)) / 100, rng.integers(-100, 101, 2) / 100
    assert _is_moderate(_seen_in_training(X, Y, 0.3, 2, W, b))
    return _linear_inputs(X, Y, W, b, 0.3) | {"size": 2}


def _mostly(often, *rarely):
    """Mostly the first, and now and then each of the others. A mistake in wrong/ is exposed by each
    of these alone, so a whole key has them all, however they fall.
    """
    picks = st.sampled_from([often, *rarely, often, often])
    return picks.flatmap(lambda strategy: strategy)


_EQUAL = [(4, 2, (1, 1), 2), (6, 3, (1, 1), 3), (9, 3, (1, 1), 2), (4, 2, (2, 3), 3)]
_SQUARE = [(2, 2, (1, 1), 2), (3, 3, (1, 1), 3)]
_ONE_BATCH = [(2, 2, (1, 1), 2), (3, 3, (1, 1), 2), (5, 5, (1, 1), 3), (2, 2, (2, 3), 2)]
_SHORT_LAST = [(3, 2, (1, 1), 2), (5, 2, (1, 1), 3), (7, 3, (1, 1), 2)]

# Small batches are of N = C samples: labels that are compared with a matrix broadcast there, and
# raise where N is not C.
training_loop_result = st.one_of(
    _training(_SQUARE, clear=True),
    _training(_SQUARE, clear=True, learns=True),
    _training(_EQUAL, rates=st.just(0.0), clear=True),
    _training(_EQUAL, rates=st.just(0.0), clear=True),
)
training_loop_step = _mostly(_training(_ONE_BATCH, with_size=False), _crowd())
training_loop_epoch = _mostly(
    st.one_of(_training(_SHORT_LAST), _training(_EQUAL[:3])), st.just(_long(samples=209))
)


@st.composite
def _layered(draw, sizes, with_size=False):
    """A model with a hidden layer, for sizes (N, batch size, (H, W), C, hidden units).

    No size of a parameter is C wherever one looks for it: not first, not last, not the smallest.
    """
    n, size, image, classes, units = draw(st.sampled_from(sizes))
    # The largest label is often below C - 1: the labels don't tell the number of classes.
    X, Y = draw(_samples(n, image, max(1, classes - 1)))
    W = draw(numbers((*image, 3, units), decimals(-0.9, 0.9)))
    V = draw(numbers((classes, units), decimals(-0.9, 0.9)))
    b, t = draw(numbers((units,), decimals(-0.9, 0.9))), draw(numbers((1,), decimals(0.5, 1.5)))
    lr = draw(_RATES)
    assume(_is_moderate(_seen_with_a_layer(X, Y, lr, size, b, W, V, t)))
    inputs = {
        "X": tensor(X),
        "Y": tensor(Y, "int32"),
        "b": variable(b),
        "W": variable(W),
        "V": variable(V),
        "t": variable(t),
        "lr": lr,
    }
    return inputs | {"size": size} if with_size else inputs


training_loop_classes = _layered(
    [
        (2, 2, (1, 1), 2, 3),
        (2, 2, (1, 1), 3, 2),
        (2, 2, (1, 1), 1, 3),
        (2, 2, (1, 1), 4, 5),
        (3, 3, (2, 3), 2, 5),
    ]
)
training_loop_gradient = _layered(
    [(2, 2, (1, 1), 2, 3), (4, 2, (1, 1), 3, 4), (2, 2, (2, 3), 2, 3)], with_size=True
)


@st.composite
def _validation(draw, two=False, trainable=False):
    """Equal batches, the largest probabilities clear whether the pixels are scaled or not."""
    n, size, image, classes = draw(st.sampled_from(_EQUAL + _SQUARE))
    W, b = draw(_parameters(image, classes))
    kind = variable if trainable else tensor
    inputs = {"W": kind(W), "b": kind(b), "size": size}
    for prefix in ("", "other_") if two else ("",):
        X, Y = draw(_samples(n, image, classes))
        y = _probabilities(X, W, b)
        hits = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
        Y = np.where(hits, y.argmax(axis=1), Y)
        assume(_is_clear(y) and _is_clear(_probabilities(X / 255, W, b)))
        inputs |= {f"{prefix}X": tensor(X), f"{prefix}Y": tensor(Y, "int32")}
    return inputs


@st.composite
def _steep_validation(draw):
    """Weights so large that the border lies between X / 255 and X / 256 (or X / 254)."""
    X = draw(numbers((3, 1, 1, 3), st.integers(100, 254), "int64")).astype(np.float64)
    w = draw(numbers((1, 1, 3), decimals(-40, 40)))
    lead = float((X[0] / 255 * w).sum())
    assume(lead > 8)
    border = lead * draw(st.sampled_from([511 / 512, 509 / 508]))
    W = np.stack([w, -w], axis=-1) / 2
    b = np.array([-border, border]).round(2) / 2
    Y = np.array(draw(st.lists(st.integers(0, 1), min_size=3, max_size=3)))
    assume(_is_clear(_probabilities(X, W, b)))
    return {"X": tensor(X), "Y": tensor(Y, "int32"), "W": tensor(W), "b": tensor(b), "size": 3}


def _without_rate(lr, **inputs):
    """The inputs, with parameters that are no variables."""
    return inputs | {name: tensor(inputs[name].numpy()) for name in "Wb"}


validation_loop_value = _mostly(
    _validation(),
    _steep_validation(),
    _steep_validation(),
    st.just(_without_rate(**_long(samples=210))),
)
validation_loop_own_data = _validation(two=True)
validation_loop_unchanged = _validation(trainable=True)
