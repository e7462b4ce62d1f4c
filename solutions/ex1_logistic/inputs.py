"""What each check of exercise 1 is tried on: one strategy a check, called alike."""

import numpy as np
from hypothesis import strategies as st

from grader.authoring import decimals, given, numbers, tensor

_logits = decimals(-20, 20)

# A tf.function is traced anew for each shape, which takes as long as a hundred calls: few shapes,
# and the same in all checks. They shrink to the first.
_SMALL = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (3, 3), (5, 4)]
_LARGE = [(2, 13), (17, 3)]
_MANY_ROWS = (260, 2)
"""More rows than anyone looks at, and than a uint8 can count."""

_seeds = st.integers(0, 10_000)
_few_seeds = st.integers(0, 2)
"""For inputs of many rows: so few of them are drawn, as they take long in a loop of Python."""


def _matrix(shapes, elements, dtype="float32"):
    drawn = st.sampled_from(shapes).flatmap(lambda shape: numbers(shape, elements))
    return drawn.map(lambda matrix: tensor(matrix, dtype))


def _normal(seed, shape, scale):
    """Numbers as they are in float32, with all their digits, of either sign."""
    return np.random.default_rng(seed).normal(0, scale, shape)


@st.composite
def _raw_logits(draw, shapes, seeds=_seeds):
    return tensor(_normal(draw(seeds), draw(st.sampled_from(shapes)), 4))


softmax_shape = given(logits=_matrix(_SMALL + _LARGE, _logits))
softmax_values = given(
    logits=st.one_of(
        _matrix(_SMALL + _LARGE, _logits),
        _raw_logits(_SMALL + _LARGE),
        _raw_logits([_MANY_ROWS], _few_seeds),
    )
)
softmax_dtype = given(
    logits=st.one_of(_matrix(_SMALL, _logits, "float64"), _matrix(_SMALL, _logits))
)
softmax_stability = given(
    logits=_matrix(
        _SMALL,
        st.one_of(
            st.sampled_from([0, 89, 100, 500, 1e3, 1e4, -100, -1e3, -1e4]),
            st.sampled_from([9999, 9990, 9e3, 6e3, -6e3, -9e3, -9990, -9999]),
            decimals(-1e4, 1e4, 1),
        ),
    )
)
softmax_purity = given(logits=_matrix(_SMALL, _logits))


@st.composite
def _with_upstream(draw):
    shape = draw(st.sampled_from(_SMALL))
    return {
        "logits": tensor(draw(numbers(shape, decimals(-5, 5)))),
        "upstream": tensor(draw(numbers(shape, decimals(-2, 2)))),
    }


softmax_gradient = _with_upstream()


def _one_hot(labels, classes):
    return np.eye(classes)[labels]


@st.composite
def _labels(draw, rows, classes):
    return np.array(draw(st.lists(st.integers(0, classes - 1), min_size=rows, max_size=rows)))


@st.composite
def _probabilities(draw, shapes, spread):
    """Rows that sum to 1, and the true classes.

    Logits of +-`spread`: at 7 the true class has a probability from 1e-6 to above 0.99.
    """
    n, c = draw(st.sampled_from(shapes))
    labels = draw(_labels(n, c))
    logits = draw(numbers((n, c), decimals(-spread, spread)))
    y = np.exp(logits - logits.max(axis=1, keepdims=True))
    y /= y.sum(axis=1, keepdims=True)
    y = np.maximum(y, 1e-6)
    return y / y.sum(axis=1, keepdims=True), labels


@st.composite
def _losses(draw, shapes, spread=3):
    y, labels = draw(_probabilities(shapes, spread))
    return {"scaled_logits": tensor(y), "one_hot": tensor(_one_hot(labels, y.shape[1]))}


# Below 1e-7 an epsilon of 1e-5 can be told from one a little smaller, which is not asked.
_LOW = [0.2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-8]


def _alike_or_not(rows):
    return st.lists(st.sampled_from(_LOW), min_size=rows, max_size=rows)


def _mixed(rows):
    """Hypothesis likes to draw the same for all rows; these are seldom the same."""
    return _seeds.map(lambda seed: np.random.default_rng(seed).permutation(_LOW)[:rows])


@st.composite
def _high_losses(draw, shapes, lows):
    """True classes of hardly any probability, as logits alone would seldom make them."""
    y, labels = draw(_probabilities(shapes, 3))
    one_hot = _one_hot(labels, y.shape[1])
    low = draw(lows(len(labels)))
    others = np.where(one_hot == 1, 0, y)
    others *= (1 - np.array(low)[:, None]) / others.sum(axis=1, keepdims=True)
    y = np.where(one_hot == 1, np.array(low)[:, None], others)
    return {"scaled_logits": tensor(y), "one_hot": tensor(one_hot)}


cross_entropy_shape = _losses(_SMALL + _LARGE)


@st.composite
def _many_losses(draw):
    rng = np.random.default_rng(draw(_few_seeds))
    y = np.exp(rng.normal(0, 2, _MANY_ROWS))
    labels = rng.integers(0, y.shape[1], len(y))
    return {
        "scaled_logits": tensor(y / y.sum(axis=1, keepdims=True)),
        "one_hot": tensor(_one_hot(labels, y.shape[1])),
    }


# Shapes are taken in turn, so those that only the mixed ones have are a share of all.
cross_entropy_values = st.one_of(
    _losses(_SMALL),
    _losses(_SMALL, 7),
    _high_losses([shape for shape in _SMALL if shape[1] > 1], _alike_or_not),
    _high_losses([(4, 2), (4, 3)], _mixed),
    _losses(_LARGE),
    _many_losses(),
)


@st.composite
def _losses_with_zeros(draw):
    """Some wrong classes have probability exactly 0, the true class never."""
    y, labels = draw(_probabilities([shape for shape in _SMALL if shape[1] > 1], 3))
    one_hot = _one_hot(labels, y.shape[1])
    dead = draw(numbers(y.shape, st.booleans(), "bool")) & (one_hot == 0)
    y = np.where(dead, 0, y)
    return {"scaled_logits": tensor(y / y.sum(axis=1, keepdims=True)), "one_hot": tensor(one_hot)}


cross_entropy_zero = _losses_with_zeros()


@st.composite
def _logits_and_labels(draw):
    n, c = draw(st.sampled_from(_SMALL))
    labels = draw(_labels(n, c))
    logits = draw(numbers((n, c), decimals(-2, 2)))  # an epsilon below 1e-5 hardly shows here
    return {"logits": tensor(logits), "one_hot": tensor(_one_hot(labels, c))}


cross_entropy_gradient = _logits_and_labels()


@st.composite
def _images(draw, sizes, upstream=False):
    """Images in [0, 1] and parameters, for sizes (N, H, W, C); N = 0 is one image alone."""
    n, h, w, c = draw(st.sampled_from(sizes))
    shape = (n, h, w, 3) if n else (h, w, 3)
    inputs = {
        "X": tensor(draw(numbers(shape, decimals(0, 1)))),
        "W": tensor(draw(numbers((h * w * 3, c), decimals(-2, 2)))),
        "b": tensor(draw(numbers((c,), decimals(-2, 2)))),
    }
    if upstream:
        inputs["upstream"] = tensor(draw(numbers((n, c), decimals(-2, 2))))
    return inputs


_TINY = [
    (1, 1, 1, 1),
    (1, 1, 1, 2),
    (2, 1, 1, 2),
    (2, 1, 1, 3),
    (3, 1, 1, 2),
    (2, 1, 2, 3),
    (3, 2, 1, 3),
]
_FEW = [(2, 2, 2, 4), (4, 3, 2, 4), (12, 1, 1, 3), (2, 1, 1, 12)]


@st.composite
def _raw_images(draw, sizes, seeds=_seeds):
    """Numbers with all their digits: pixels of 0 ... 255 with small weights, or of either sign,
    which only a function that scales or clips cares about; W and b beyond those of `_images`.
    """
    seed, (n, h, w, c) = draw(seeds), draw(st.sampled_from(sizes))
    pixels, scale = draw(st.sampled_from([(False, 4), (True, 0.02)]))
    rng = np.random.default_rng(seed)
    X = rng.uniform(0, 255, (n, h, w, 3)) if pixels else rng.normal(0, 1.5, (n, h, w, 3))
    W = rng.normal(0, scale / (h * w) ** 0.5, (h * w * 3, c))
    return {"X": tensor(X), "W": tensor(W), "b": tensor(rng.normal(0, 4, c))}


model_shape = _images(_TINY + _FEW)
model_values = st.one_of(
    _images(_TINY + _FEW), _raw_images(_TINY + _FEW), _raw_images([(260, 1, 1, 2)], _few_seeds)
)
model_image = _images([(0, 1, 1, 1), (0, 1, 1, 2), (0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 2, 4)])
model_gradient = _images(_TINY, upstream=True)


@st.composite
def _ranks(draw, shapes):
    """Each row: its classes from worst to best as 0 ... C - 1, and a label that often is right."""
    n, c = draw(st.sampled_from(shapes))
    labels = draw(_labels(n, c))
    rank = st.permutations(range(c))
    ranks = np.array([draw(rank) for _ in range(n)])
    right = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    return ranks, np.where(right, ranks.argmax(axis=1), labels)


@st.composite
def _scores(draw, shapes, dtype):
    """Scores whose largest is far from the next in each row."""
    ranks, labels = draw(_ranks(shapes))
    scale = draw(st.sampled_from([0.97, 3.7]))
    shift = draw(st.sampled_from([0.0, -0.4]))
    return {
        "y_hat": tensor(scale * ((ranks + 0.3) / ranks.shape[1] + shift)),
        "Y": tensor(labels, dtype),
    }


_GAPS = st.sampled_from([0.31, 3.7, 3e-3, 1e-4])
# 1.0 is a class id as well: a function that compares scores with ids shows itself.
_BEST = st.sampled_from([0.42, -2.6, 1.0, -0.013])


@st.composite
def _rows_of_their_own(draw, shapes, dtype):
    """Scores whose rows have nothing in common: some are all negative, in some the largest is
    hardly above the next, and where one row ends another may begin.
    """
    ranks, labels = draw(_ranks(shapes))
    n, c = ranks.shape
    gaps = np.array(draw(st.lists(_GAPS, min_size=n, max_size=n)))[:, None]
    best = np.array(draw(st.lists(_BEST, min_size=n, max_size=n)))[:, None]
    return {"y_hat": tensor(best - gaps * (c - 1 - ranks)), "Y": tensor(labels, dtype)}


accuracy_values = st.one_of(
    _scores(_SMALL + _LARGE, "int32"),
    _scores(_SMALL, "int64"),
    _rows_of_their_own(_SMALL + _LARGE, "int32"),
    _rows_of_their_own(_SMALL, "int64"),
)


@st.composite
def _many(draw, n, c, dtype, rate):
    """More rows than a uint8 can count, or more classes than an int8 or a uint8 can name.

    Some wrong labels are 256 away from the right one, where there are that many classes, and
    half of the best scores are at a class that a uint8 can't name. `rate` of the rows are right.
    """
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    y = rng.permuted(np.tile(np.arange(c), (n, 1)), axis=1)
    best = y.argmax(axis=1)
    misses = rng.integers(0, c, n)
    if c > 256:
        rows, moved = np.arange(n), np.where(rng.random(n) < 0.5, rng.integers(256, c, n), best)
        y[rows, best], y[rows, moved] = y[rows, moved], y[rows, best]
        best = moved
        misses = np.where(best >= 256, best - 256, np.where(best + 256 < c, best + 256, misses))
    labels = np.where(rng.random(n) < rate, best, misses)
    return {"y_hat": tensor(0.97 * (y + 0.3) / c), "Y": tensor(labels, dtype)}


# Of many rows nearly all are right: so many hits are more than a uint8 can count. Shapes and
# dtypes are taken in turn, so those of few rows are few.
_ROWS = [(1, 1), (2, 3), (3, 2), (5, 4)]
accuracy_labels = st.one_of(
    _scores(_ROWS, "uint8"),
    _scores(_ROWS, "int64"),
    _scores(_ROWS, "int32"),
    _many(300, 3, "uint8", 0.97),
    _many(300, 3, "int32", 0.97),
    _many(5, 256, "uint8", 0.7),
    _many(5, 300, "int32", 0.5),
    _many(5, 300, "int64", 0.5),
)
