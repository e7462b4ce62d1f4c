"""What each check of exercise 6 is tried on: one strategy a check, called alike."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, list_of, numbers, tuple_of

_seeds = st.integers(1, 1000)


def _numbered(n, shape=(2,)):
    """Rows that carry their number, and labels that do so too: 3 times the number."""
    size = int(np.prod(shape))
    X = np.arange(1, n + 1)[:, None] * 10.0 ** np.arange(size)
    return {
        "X": array(X.reshape(n, *shape), "float64"),
        "y": array(3 * np.arange(1, n + 1), "int64"),
    }


# There int(fraction * N) is what one expects, for N < 60: 0.29 * 100 is 28.999999999999996.
_FRACTIONS = st.sampled_from([0.25, 0.2, 0.3, 0.5])


@st.composite
def _splits(draw, sizes, shapes):
    inputs = _numbered(draw(st.sampled_from(sizes)), draw(st.sampled_from(shapes)))
    return inputs | {"fraction": draw(_FRACTIONS), "seed": draw(_seeds)}


shuffle_split_sizes = _splits([10, 13, 12, 17, 20], [(2,), (1,), (1, 2, 1), (2, 1, 3)])
shuffle_split_pairs = _splits([10, 13, 12, 17, 20], [(2,), (1, 2, 1), (3,)])

# A split that keeps the order inside of its parts is right as well: of 30 samples 6 can be chosen
# in half a million ways.
shuffle_split_rng = _splits([30, 37, 40], [(2,)])


# int(fraction * N) is 0 in all of them.
shuffle_split_few = st.one_of(
    *(
        st.tuples(st.sampled_from(sizes), _seeds).map(
            lambda drawn, fraction=fraction: (
                _numbered(drawn[0]) | {"fraction": fraction, "seed": drawn[1]}
            )
        )
        for fraction, sizes in {0.2: [3, 4, 2], 0.25: [3, 2], 0.3: [3, 1, 2]}.items()
    )
)
shuffle_split_kept = _splits([10, 13, 12], [(2,)])


def _matrix(shape, low=-9, high=9):
    """Decimals in [low, high]: half of the time all differ, as Hypothesis likes to repeat one."""
    differing = _seeds.map(
        lambda seed: np.random.default_rng(seed).integers(low * 100, high * 100 + 1, shape) / 100
    )
    return st.one_of(differing, numbers(shape, decimals(low, high)))


_SIZES = [(3, 2, 2), (2, 2, 1), (4, 1, 2), (3, 3, 1), (5, 3, 2), (4, 2, 4), (6, 2, 3), (2, 3, 2)]
"""N, D and M."""


@st.composite
def _sets(draw, sizes=_SIZES, whole=True):
    """A training set whose columns all vary, and a test set, at times far away or of integers."""
    n, d, m = draw(st.sampled_from(sizes))
    X_train, X_test = draw(_matrix((n, d))), draw(_matrix((m, d)))
    X_test = X_test + draw(st.sampled_from([0, 50, 0, -30]))
    dtype = draw(st.sampled_from(["float64", "float64", "int64"] if whole else ["float64"]))
    if dtype == "int64":
        X_train, X_test = np.round(X_train), np.round(X_test)
    assume((X_train.std(axis=0) > 0.5).all())
    return {"X_train": array(X_train, dtype), "X_test": array(X_test, dtype)}


standardise_values = _sets()
standardise_kept = _sets()


@st.composite
def _constant(draw):
    """Some columns of the training set have one number: a fraction of which the mean is exact.

    Others may be of so small a unit that their deviation is below 1e-3.
    """
    n, d, m = draw(st.sampled_from([(3, 2, 2), (2, 2, 1), (4, 3, 2), (1, 2, 2), (3, 1, 2)]))
    small = draw(st.booleans())
    X_train, X_test = draw(_matrix((n, d))), draw(_matrix((m, d)))
    here = np.array(draw(st.lists(st.booleans(), min_size=d, max_size=d)))
    here[draw(st.integers(0, d - 1))] = True
    here |= n == 1
    quarters = st.integers(-20, 20).map(lambda k: k / 4)
    X_train = np.where(here, draw(numbers((d,), quarters)), X_train)
    assume((np.round(X_train).std(axis=0) > 0.5)[~here].all())
    assume((np.abs(X_test - X_train[0]) > 0.5)[:, here].all())
    if small:
        X_train, X_test = (np.where(here, X, np.round(X) / 10_000) for X in (X_train, X_test))
    return {"X_train": array(X_train, "float64"), "X_test": array(X_test, "float64")}


standardise_constant = _constant()


@st.composite
def _labels(draw):
    """Labels of which the largest possible one is missing more often than not."""
    n = draw(st.sampled_from([3, 2, 4, 1, 5, 6]))
    c = draw(st.sampled_from([3, 4, 2, n, 1, 5, 11]))
    most = max(0, c - draw(st.sampled_from([2, 1, 2, 3])))
    labels = draw(st.lists(st.integers(0, most), min_size=n, max_size=n))
    return {"labels": array(labels, "int64"), "classes": c}


one_hot_values = _labels()


@st.composite
def _batches(draw, sizes, shapes=((2,),)):
    n, batch_size = draw(st.sampled_from(sizes))
    return _numbered(n, draw(st.sampled_from(shapes))) | {
        "batch_size": batch_size,
        "seed": draw(_seeds),
    }


# Many enough that two orders are not alike by chance, also where a batch is sorted.
mini_batches_cover = _batches(
    [(17, 5), (18, 4), (20, 4), (19, 6), (21, 3), (18, 6)], [(2,), (1, 2, 1)]
)
mini_batches_sizes = _batches(
    [(7, 3), (6, 3), (5, 2), (2, 5), (4, 4), (8, 1), (9, 4), (1, 1), (12, 5), (3, 1)]
)
mini_batches_kept = _batches([(7, 3), (9, 4), (8, 2)])


@st.composite
def _foldings(draw):
    n, k = draw(
        st.sampled_from(
            [(17, 5), (17, 3), (20, 6), (18, 4), (23, 4), (20, 5), (26, 3), (17, 17), (23, 6)]
        )
    )
    return {"n": n, "k": k, "seed": draw(_seeds)}


k_folds_partition = _foldings()


@st.composite
def _scored(draw):
    """Samples in folds of unequal lengths; no fold's score is near another's."""
    n, d = draw(st.sampled_from([(5, 1), (6, 2), (7, 1), (8, 2)]))
    X, y = draw(_matrix((n, d), -3, 3)), draw(_matrix((n,), -5, 5))
    k = draw(st.sampled_from([2, 3]))
    order = np.random.default_rng(draw(_seeds)).permutation(n)
    cuts = [[1], [2], [1, 3], [2, 3]]
    parts = np.split(order, draw(st.sampled_from([c for c in cuts if len(c) == k - 1])))
    assume(y.std() > 1)
    folds = [(np.setdiff1d(order, part), np.sort(part)) for part in parts]
    return {
        "X": array(X, "float64"),
        "y": array(y, "float64"),
        "folds": list_of(tuple_of([array(t, "int64"), array(v, "int64")]) for t, v in folds),
    }


cross_validate_value = _scored()
