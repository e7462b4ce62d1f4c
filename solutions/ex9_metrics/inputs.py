"""What each check of exercise 9 is tried on: one strategy a check, called alike."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, numbers


def _a(value):
    return array(value, "float64")


def _ids(value):
    return array(value, "int64")


# Weights of probabilities: some far larger than others, so that q goes down to about 0.001.
_weights = st.one_of(decimals(1, 9, 0), st.sampled_from([0.02, 0.3, 30.0]))


@st.composite
def _distribution(draw, c):
    weights = draw(numbers((c,), _weights))
    return weights / weights.sum()


@st.composite
def _two_distributions(draw):
    c = draw(st.sampled_from([3, 2, 4, 1, 5]))
    p, q = draw(_distribution(c)), draw(_distribution(c))
    assume(q.min() >= 0.001)
    assume(c == 1 or np.abs(p - q).max() > 0.05)
    return {"p": _a(p), "q": _a(q)}


kl_divergence_values = _two_distributions()


@st.composite
def _some_with_zeros(draw):
    """Distributions of which one has no zero, and each other one or more."""
    c, rows = draw(st.sampled_from([(3, 2), (2, 2), (4, 2), (5, 3)]))
    q = draw(_distribution(c))
    assume(q.min() >= 0.001)
    P = [draw(_distribution(c))]
    for _ in range(rows - 1):
        dead = draw(numbers((c,), st.booleans(), "bool"))
        assume(dead.any() and not dead.all())
        weights = np.where(dead, 0, draw(_distribution(c)))
        P.insert(draw(st.integers(0, len(P))), weights / weights.sum())
    assume(np.abs(P - q).max(axis=1).min() > 0.05)
    return {"P": _a(P), "q": _a(q)}


kl_divergence_zero = _some_with_zeros()

# Where N is D, a sum along the wrong axis has the right shape.
_SIZES = [(2, 3), (3, 2), (2, 2), (1, 3), (3, 3), (4, 1), (1, 1), (5, 2), (17, 4)]
_scales = st.sampled_from([1.0, 0.1, 5.0])


@st.composite
def _rows(draw, n, d):
    """Rows of any length from 0.1 to 10, each of its own."""
    X = draw(numbers((n, d), decimals(-2, 2)))
    X = np.round(X * np.array([[draw(_scales)] for _ in range(n)]), 3)
    lengths = np.linalg.norm(X, axis=1)
    assume(lengths.min() >= 0.1 and lengths.max() <= 10)
    return X


@st.composite
def _two_matrices(draw):
    """Rows that are neither at right angles nor, where that is possible, in one direction."""
    n, d = draw(st.sampled_from(_SIZES))
    A, B = draw(_rows(n, d)), draw(_rows(n, d))
    cosines = np.sum(A * B, axis=1) / np.linalg.norm(A, axis=1) / np.linalg.norm(B, axis=1)
    sizes = np.abs(cosines)
    assume(sizes.min() > 0.05 and (d == 1 or sizes.max() < 0.99))
    return {"A": _a(A), "B": _a(B)}


cosine_similarity_values = _two_matrices()


@st.composite
def _decisions(draw, n, true, predicted):
    """True and predicted ids of n samples, from these classes; many of them agree."""
    y_true = draw(numbers((n,), st.sampled_from(true), "int64"))
    y_pred = draw(numbers((n,), st.sampled_from(predicted), "int64"))
    agree = draw(numbers((n,), st.booleans(), "bool")) & np.isin(y_true, predicted)
    return y_true, np.where(agree, y_true, y_pred)


def _inputs(y_true, y_pred, classes=None):
    inputs = {"y_true": _ids(y_true), "y_pred": _ids(y_pred)}
    return inputs if classes is None else {**inputs, "classes": classes}


def _counts(y_true, y_pred, classes):
    counts = np.zeros((classes, classes), int)
    np.add.at(counts, (y_true, y_pred), 1)
    return counts


@st.composite
def _all_classes(draw):
    """Each class occurs among the true and among the predicted; some pair occurs twice."""
    n, classes = draw(st.sampled_from([(5, 2), (7, 3), (6, 2), (10, 3), (12, 4), (3, 1), (17, 5)]))
    ids = range(classes)
    y_true, y_pred = draw(_decisions(n, ids, ids))
    counts = _counts(y_true, y_pred, classes)
    assume(counts.sum(axis=0).all() and counts.sum(axis=1).all() and counts.max() > 1)
    assume(classes == 1 or (counts != counts.T).any())
    return _inputs(y_true, y_pred, classes)


_few_seeds = st.integers(0, 2)
"""For inputs of many samples: so few of them are drawn, as they take long in a loop of Python."""


@st.composite
def _many(draw):
    """More samples of a kind than a uint8 can count."""
    rng = np.random.default_rng(draw(_few_seeds))
    y_true = rng.integers(0, 2, 1000)
    return _inputs(y_true, np.where(rng.random(1000) < 0.7, y_true, 1 - y_true), 2)


confusion_matrix_values = st.one_of(_all_classes(), _many())


@st.composite
def _some_classes(draw):
    """Some class occurs among neither, or only among the true or the predicted ones."""
    n, classes = draw(st.sampled_from([(4, 3), (1, 2), (5, 4), (6, 3), (3, 5), (2, 2), (8, 4)]))
    ids = st.lists(st.sampled_from(range(classes)), min_size=1, max_size=classes - 1, unique=True)
    true = draw(ids)
    predicted = draw(st.one_of(st.just(true), ids))
    y_true, y_pred = draw(_decisions(n, true, predicted))
    return _inputs(y_true, y_pred, classes)


confusion_matrix_absent = _some_classes()


@st.composite
def _binary(draw):
    """Hits, and false alarms and misses of unlike numbers."""
    n = draw(st.sampled_from([5, 4, 6, 8, 10, 17]))
    y_true, y_pred = draw(_decisions(n, [0, 1], [0, 1]))
    (tn, fp), (fn, tp) = _counts(y_true, y_pred, 2)
    assume(tp > 0 and fp != fn and tp != tn)
    return _inputs(y_true, y_pred)


precision_recall_f1_values = _binary()


@st.composite
def _nothing(draw):
    """Nothing predicted, nothing true, both; or both occur and never together."""
    n = draw(st.sampled_from([3, 1, 2, 5]))
    y = draw(numbers((n,), st.integers(0, 1), "int64"))
    none = np.zeros(n, int)
    pairs = [(y, none), (none, y), (none, none), (y, 1 - y)]
    return _inputs(*draw(st.sampled_from(pairs)))


precision_recall_f1_empty = _nothing()

_LABELS = [3, 2, 4, 5, 7, 12]
_scores = st.sampled_from([(1.0, 0.0), (3.0, 1.0), (10.0, -4.0), (0.2, -0.1), (0.002, 0.7)])


@st.composite
def _labels(draw, n):
    y = draw(numbers((n,), st.integers(0, 1), "int64"))
    assume(0 < y.sum() < n)
    return y


@st.composite
def _ranking(draw):
    """Scores of which no two are the same, in 0 ... 1 or elsewhere, in any order."""
    n = draw(st.sampled_from(_LABELS))
    y = draw(_labels(n))
    scale, shift = draw(_scores)
    scores = draw(st.lists(decimals(0, 1), min_size=n, max_size=n, unique=True))
    return {"y_true": _ids(y), "scores": _a(np.round(scale * np.array(scores) + shift, 5))}


auc_values = _ranking()


@st.composite
def _ranking_with_ties(draw):
    """Scores of few different values: a positive and a negative have the same one."""
    n = draw(st.sampled_from(_LABELS))
    y = draw(_labels(n))
    scale, shift = draw(_scores)
    values = draw(st.sampled_from([[0.2, 0.5, 0.9], [0.5], [0.1, 0.4, 0.5, 0.8], [0.3, 0.7]]))
    scores = np.round(scale * draw(numbers((n,), st.sampled_from(values))) + shift, 5)
    assume(np.isin(scores[y == 1], scores[y == 0]).any())
    return {"y_true": _ids(y), "scores": _a(scores)}


auc_ties = _ranking_with_ties()


@st.composite
def _report(draw):
    """Classes of unlike support; often one is absent from the true or the predicted, or both."""
    n, classes = draw(
        st.sampled_from([(5, 2), (6, 3), (8, 3), (4, 3), (9, 4), (3, 1), (2, 4), (17, 4)])
    )
    ids = st.lists(st.sampled_from(range(classes)), min_size=1, max_size=classes, unique=True)
    some = st.one_of(st.just(list(range(classes))), ids)
    y_true, y_pred = draw(_decisions(n, draw(some), draw(some)))
    support = np.bincount(y_true, minlength=classes)
    assume(classes == 1 or len(set(support)) > 1)
    return _inputs(y_true, y_pred, classes)


classification_report_values = _report()
