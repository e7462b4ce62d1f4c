"""What each check of exercise 2 is tried on: one strategy a check, called alike.

Shapes are few: a student's tf.function is traced anew for each model and shape.
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
    """Parameters, a scalar among them, with gradients well above 1.

    Those of one shape show a mistake in the order in their values, and those of mixed shapes as
    an exception; a check has one of both, so that it ends alike with every key.
    """
    shapes = draw(_MIXED) if mixed else [draw(_SHAPES)] * draw(st.integers(1, 4))
    return {
        "params": list_of([variable(draw(numbers(s, decimals(-3, 3)))) for s in shapes]),
        "grads": list_of([tensor(draw(numbers(s, decimals(-9, 9)))) for s in shapes]),
        "lr": draw(_RATES),
        "bs": draw(st.sampled_from([1, 2, 3, 5, 8])),
    }


sgd_values = _step(mixed=False)
sgd_in_place = _step(mixed=True)
sgd_gradients_kept = _step(mixed=True)


@st.composite
def _samples(draw, n, pixels, classes, size=None):
    """Images (N, 1, P, 3) in 0 ... 254 and their class ids; with `size`, the last class is in
    each batch of it.
    """
    X = draw(numbers((n, 1, pixels, 3), st.integers(0, 254), "int64"))
    Y = np.array(draw(st.lists(st.integers(0, classes - 1), min_size=n, max_size=n)))
    for start in range(0, n, size or n) if size else ():
        Y[draw(st.integers(start, min(start + size, n) - 1))] = classes - 1
    return X.astype(np.float64), Y


@st.composite
def _parameters(draw, pixels, classes):
    """Weights and biases of one size, so that the images' scale decides who wins."""
    W = draw(numbers((3 * pixels, classes), decimals(-2, 2)))
    return W, draw(numbers((classes,), decimals(-2, 2)))


def _probabilities(X, W, b, s=1.0, t=1.0):
    logits = s * (X.reshape(len(X), -1) / 255 @ (t * W)) + b
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def _is_clear(y):
    """Whether the largest probability of each row is well above the next."""
    if y.shape[1] == 1:
        return True
    top = np.sort(y, axis=1)
    return bool((top[:, -1] - top[:, -2] > _MARGIN).all())


def _seen_in_training(X, Y, lr, size, W, b, s=None, t=None):
    """The probabilities of each batch while the parameters are trained, and of all at the end."""
    stretches = s is not None
    W, b, s, t = W.copy(), b.copy(), s if stretches else 1.0, t if stretches else 1.0
    for start in range(0, len(X), size):
        x = X[start : start + size].reshape(len(X[start : start + size]), -1) / 255
        labels = Y[start : start + size]
        y = _probabilities(X[start : start + size], W, b, s, t)
        yield y, labels
        rate, delta = lr / len(x), y - np.eye(y.shape[1])[labels]
        g = x.T @ (s * delta)
        steps = t * g, delta.sum(axis=0), (delta * (x @ (t * W))).sum(), (g * W).sum()
        W, b = W - rate * steps[0], b - rate * steps[1]
        if stretches:
            s, t = s - rate * steps[2], t - rate * steps[3]
    yield _probabilities(X, W, b, s, t), Y


def _is_moderate(seen):
    """Whether no true class is ever so improbable that an epsilon of 1e-7 would show."""
    return all((y[np.arange(len(y)), labels] > _PROBABLE).all() for y, labels in seen)


def _hits(y, labels):
    return int((y.argmax(axis=1) == labels).sum())


@st.composite
def _training(draw, sizes, rates=_RATES, with_size=True, clear=False, learns=False):
    """A linear model and its data, for sizes (N, batch size, pixels, C).

    Where it `learns`, another number of samples is right after the training than before.
    """
    n, size, pixels, classes = draw(st.sampled_from(sizes))
    X, Y = draw(_samples(n, pixels, classes, size))
    W, b = draw(_parameters(pixels, classes))
    lr = draw(rates)
    seen = list(_seen_in_training(X, Y, lr, size, W, b))
    assume(_is_moderate(seen) and not (clear and not all(_is_clear(y) for y, _ in seen)))
    assume(not learns or _hits(_probabilities(X, W, b), Y) != _hits(*seen[-1]))
    inputs = {
        "X": tensor(X),
        "Y": tensor(Y, "int32"),
        "W": variable(W),
        "b": variable(b),
        "lr": lr,
    }
    return inputs | {"size": size} if with_size else inputs


_EQUAL = [(4, 2, 1, 2), (6, 3, 1, 3), (9, 3, 1, 2)]
_SQUARE = [(2, 2, 1, 2), (3, 3, 1, 3)]
_ONE_BATCH = [(2, 2, 1, 2), (3, 3, 1, 2), (5, 5, 1, 3)]
_SHORT_LAST = [(3, 2, 1, 2), (5, 2, 1, 3), (7, 3, 1, 2)]

# Small batches are of N = C samples: labels that are compared with a matrix broadcast there, and
# raise where N is not C.
training_loop_result = st.one_of(
    _training(_SQUARE, clear=True),
    _training(_SQUARE, clear=True, learns=True),
    _training(_EQUAL, rates=st.just(0.0), clear=True),
    _training(_EQUAL, rates=st.just(0.0), clear=True),
)
training_loop_step = _training(_ONE_BATCH, with_size=False)
training_loop_epoch = st.one_of(_training(_SHORT_LAST), _training(_EQUAL))


@st.composite
def _stretched(draw, sizes, with_size=False):
    """A model of four parameters, for sizes (N, batch size, pixels, C)."""
    n, size, pixels, classes = draw(st.sampled_from(sizes))
    # The largest label is often below C - 1: the labels don't tell the number of classes.
    X, Y = draw(_samples(n, pixels, max(1, classes - 1)))
    W, b = draw(_parameters(pixels, classes))
    s, t, lr = draw(decimals(0.5, 1.5)), draw(numbers((1,), decimals(0.5, 1.5))), draw(_RATES)
    assume(_is_moderate(_seen_in_training(X, Y, lr, size, W, b, s, t)))
    inputs = {
        "X": tensor(X),
        "Y": tensor(Y, "int32"),
        "b": variable(b),
        "s": variable(s),
        "W": variable(W),
        "t": variable(t),
        "lr": lr,
    }
    return inputs | {"size": size} if with_size else inputs


training_loop_classes = _stretched([(2, 2, 1, 1), (2, 2, 1, 3), (2, 2, 1, 4), (3, 3, 1, 2)])
training_loop_gradient = _stretched([(2, 2, 1, 2), (4, 2, 1, 3)], with_size=True)


@st.composite
def _validation(draw, two=False, trainable=False):
    """Equal batches, the largest probabilities clear whether the pixels are scaled or not."""
    n, size, pixels, classes = draw(st.sampled_from(_EQUAL + _SQUARE))
    W, b = draw(_parameters(pixels, classes))
    kind = variable if trainable else tensor
    inputs = {"W": kind(W), "b": kind(b), "size": size}
    for prefix in ("", "other_") if two else ("",):
        X, Y = draw(_samples(n, pixels, classes))
        y = _probabilities(X, W, b)
        hits = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
        Y = np.where(hits, y.argmax(axis=1), Y)
        assume(_is_clear(y) and _is_clear(_probabilities(X / 255, W, b)))
        inputs |= {f"{prefix}X": tensor(X), f"{prefix}Y": tensor(Y, "int32")}
    return inputs


validation_loop_value = _validation()
validation_loop_own_data = _validation(two=True)
validation_loop_unchanged = _validation(trainable=True)
