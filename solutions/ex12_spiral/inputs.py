"""What each check of exercise 12 is tried on."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, given, numbers

_seeds = st.integers(0, 999)


def _a(values):
    return array(np.asarray(values, "float64"), "float64")


# --- the spiral ---------------------------------------------------------------------------------

_SPIRALS = [(3, 2), (4, 3), (2, 2), (5, 1), (2, 3), (3, 3), (7, 4)]


@st.composite
def _spiral(draw, noises=None):
    samples, classes = draw(st.sampled_from(_SPIRALS))
    drawn = {"samples": samples, "classes": classes, "seed": draw(_seeds)}
    return drawn if noises is None else {**drawn, "noise": draw(noises)}


make_spiral_shape = _spiral(st.sampled_from([0.2, 0.0, 0.5]))
make_spiral_values = _spiral()
make_spiral_noise = given(
    samples=st.just(200), classes=st.just(3), noise=st.just(0.2), seed=st.integers(1, 10**6)
)

# --- softmax regression -------------------------------------------------------------------------

# N = C and N = D among them, where a wrong axis has the right length.
_SIZES = [(2, 2, 3), (3, 2, 3), (4, 1, 2), (3, 3, 2), (1, 2, 3), (2, 2, 2), (5, 2, 4), (17, 2, 3)]


@st.composite
def _one_hot(draw, n, c):
    labels = draw(numbers((n,), st.integers(0, c - 1), "int64"))
    assume(n < 3 or len(set(labels.tolist())) > 1)
    return np.eye(c)[labels]


@st.composite
def _samples(draw):
    """Logits within 20 of one another, and not all alike."""
    n, d, c = draw(st.sampled_from(_SIZES))
    X = draw(numbers((n, d), decimals(-2, 2)))
    W, b = draw(numbers((d, c), decimals(-2, 2))), draw(numbers((c,), decimals(-2, 2)))
    Y = draw(_one_hot(n, c))
    logits = X @ W + b
    assume(np.ptp(logits, axis=1).min() > 0.1 and np.ptp(b) > 0.1)
    assume(n == 1 or np.ptp(logits, axis=0).min() > 0.1)
    assume(np.abs(X).max(axis=0).min() > 0.1 and np.abs(X.mean(axis=0)).min() > 0.05)
    return {"X": _a(X), "Y": _a(Y), "W": _a(W), "b": _a(b)}


@st.composite
def _large(draw):
    """Logits of 1000, of -1000, or of both; those of a sample are a few apart."""
    n, c = draw(st.sampled_from([(2, 3), (3, 3), (2, 2), (4, 2)]))
    signs = draw(numbers((n,), st.sampled_from([500.0, -500.0])))
    X = np.column_stack([signs, draw(numbers((n,), decimals(-1, 1)))])
    W = np.vstack([np.full(c, 2.0), draw(numbers((c,), decimals(-3, 3)))])
    b = draw(numbers((c,), decimals(-1, 1)))
    Y = draw(_one_hot(n, c))
    logits = X @ W + b
    gaps = logits.max(axis=1) - (Y * logits).sum(axis=1)
    assume(gaps.max() < 6 and np.ptp(logits, axis=1).min() > 0.2)
    return {"X": _a(X), "Y": _a(Y), "W": _a(W), "b": _a(b)}


softmax_regression_loss = st.one_of(_samples(), _samples(), _large())
softmax_regression_gradient = _samples()

# --- the grid -----------------------------------------------------------------------------------

_POINTS = [2, 3, 1, 5]
_STEPS = [3, 2, 4, 7]


@st.composite
def _grid(draw, least=1):
    """Two ranges that differ, and a decision that is sure of itself at each point of the grid."""
    n, steps = draw(st.sampled_from(_POINTS)), draw(st.sampled_from(_STEPS))
    X = draw(numbers((n, 2), decimals(-2, 2)))
    W, b = draw(numbers((2, 4), decimals(-3, 3))), draw(numbers((4,), decimals(-1, 1)))
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    assume(abs(low[0] - low[1]) > 0.05 and abs(high[0] - high[1]) > 0.05)
    xs, ys = np.linspace(low, high, steps).T
    points = np.array([(x, y) for y in ys for x in xs])
    logits = np.sort(points @ W + b, axis=1)
    assume((logits[:, -1] - logits[:, -2]).min() > 1e-3)
    Z = np.argmax(points @ W + b, axis=1).reshape(steps, steps)
    assume(len(np.unique(Z)) >= least)
    # Where all rows or all columns are alike, the grid could as well be turned.
    assume(least == 1 or (Z != Z.T).any())
    return {"X": _a(X), "W": _a(W), "b": _a(b), "steps": steps}


decision_grid_axes = _grid()
decision_grid_values = _grid(least=2)

# --- the network --------------------------------------------------------------------------------

_NOISE, _ARM = 0.2, 100


def _turned_spiral(rng, turn, names):
    """A spiral as make_spiral's, but turned, its classes renamed, in any order."""
    classes = len(names)
    r = np.tile(np.linspace(0, 1, _ARM), classes)
    t = np.concatenate([np.linspace(4 * j, 4 * (j + 1), _ARM) for j in range(classes)])
    t += turn + _NOISE * rng.standard_normal(len(t))
    order = rng.permutation(len(t))
    X = np.column_stack([r * np.sin(t), r * np.cos(t)])
    return X[order], np.repeat(names, _ARM)[order]


@st.composite
def _learned(draw):
    """Points to learn from, and new ones: nobody knows how this spiral is turned."""
    # Hypothesis tries zeros first, whatever its seed: every key would have the same points.
    seed = draw(st.binary(min_size=16, max_size=16).filter(any))
    rng = np.random.default_rng(int.from_bytes(seed))
    turn, names = rng.uniform(0, 2 * np.pi), rng.permutation(3)
    X, Y = _turned_spiral(rng, turn, names)
    held_out, labels = _turned_spiral(rng, turn, names)
    return {
        "X": array(X, "float32"),
        "Y": array(Y, "int32"),
        "held_out": array(held_out, "float32"),
        "labels": array(labels, "int32"),
    }


create_network_output = given()
create_network_probabilities = given()
create_network_learns = _learned()
