"""What each check of exercise 8 is tried on: one strategy a check, called alike."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from grader.authoring import array, decimals, numbers

# Sizes are (N, D). Where N is D, or D is 1, an axis or a shape that is mixed up still computes.
_SIZES = [(3, 2), (2, 2), (4, 1), (5, 3), (3, 3), (2, 3), (4, 2), (2, 1), (7, 2), (6, 4)]
_MANY = [(30, 2), (17, 3)]


def _a(value):
    return array(value, "float64")


def _spread(X):
    """Whether each column varies."""
    return X.std(axis=0).min() > 0.3


@st.composite
def _cloud(draw, n, d):
    """Samples whose mean is far from 0, and in each column another."""
    X = draw(numbers((n, d), decimals(-2, 2)))
    assume(_spread(X))
    return np.round(X + draw(numbers((d,), decimals(-5, 5))), 2)


@st.composite
def _samples(draw, sizes):
    return {"X": _a(draw(_cloud(*draw(st.sampled_from(sizes)))))}


mean_and_covariance_shape = _samples([*_SIZES[:3], (3, 1), (5, 1), *_SIZES[3:], *_MANY])
mean_and_covariance_values = _samples(_SIZES + _MANY)


_TWO = [(2, 3, 2), (4, 2, 2), (3, 5, 1), (2, 6, 3), (5, 2, 1), (7, 4, 3), (3, 3, 2), (9, 20, 2)]


@st.composite
def _two_clouds(draw):
    """Two classes, mostly of unlike sizes, with their means apart."""
    n0, n1, d = draw(st.sampled_from(_TWO))
    X0, X1 = draw(_cloud(n0, d)), draw(_cloud(n1, d))
    assume(np.abs(X0.mean(axis=0) - X1.mean(axis=0)).min() > 0.5)
    return {"X0": _a(X0), "X1": _a(X1)}


shared_covariance_values = _two_clouds()


@st.composite
def _covariance(draw, d, spread=1.5):
    """A A^T + I/2, which can be inverted, with numbers off its diagonal of either sign."""
    A = draw(numbers((d, d), decimals(-spread, spread, 1)))
    Sigma = np.round(A @ A.T + np.eye(d) / 2, 2)
    assume(abs(np.log(np.linalg.det(Sigma))) > 0.1)
    assume(d == 1 or np.abs(Sigma - np.diag(np.diag(Sigma))).max() > 0.2)
    return Sigma


@st.composite
def _bell(draw):
    n, d = draw(st.sampled_from([*_SIZES, (1, 2), (1, 1), (1, 3), (17, 3)]))
    X = draw(numbers((n, d), decimals(-3, 3)))
    mu = draw(numbers((d,), decimals(-2, 2)))
    return {"X": _a(X), "mu": _a(mu), "Sigma": _a(draw(_covariance(d)))}


def _squares(X, mu, Sigma):
    """(x - mu)^T Sigma^-1 (x - mu), for each row; from 1490 on exp of minus its half is 0."""
    return np.sum((X - mu) * np.linalg.solve(Sigma, (X - mu).T).T, axis=1)


@st.composite
def _bell_seen_from_afar(draw):
    """One sample is 100 to 200 away, where the density is 0 in float64, the others are near."""
    n, d = draw(st.sampled_from([(2, 2), (3, 2), (2, 1), (4, 2), (3, 1)]))
    X = draw(numbers((n, d), decimals(-3, 3)))
    mu, Sigma = draw(numbers((d,), decimals(-2, 2))), draw(_covariance(d))
    assume(np.linalg.cond(Sigma) < 20)  # single precision must do
    far = draw(numbers((d,), decimals(-130, 130, 0)))
    X[draw(st.integers(0, n - 1))] = far
    assume(np.linalg.norm(far) > 100 and _squares(X, mu, Sigma).max() > 1600)
    return {"X": _a(X), "mu": _a(mu), "Sigma": _a(Sigma)}


log_density_values = st.one_of(_bell(), _bell(), _bell(), _bell_seen_from_afar())

_counts = st.integers(1, 60)


@st.composite
def _two_bells(draw, d, spread=1.5):
    """Two means that lie apart, their covariance, and how many samples of each there were."""
    mu0, mu1 = (draw(numbers((d,), decimals(-2, 2))) for _ in range(2))
    n0, n1 = draw(_counts), draw(_counts)
    assume(np.abs(mu1 - mu0).max() > 0.5 and abs(np.log(n1 / n0)) > 0.2)
    return mu0, mu1, draw(_covariance(d, spread)), n0, n1


def _inputs(X, bells):
    mu0, mu1, Sigma, n0, n1 = bells
    inputs = {"mu0": _a(mu0), "mu1": _a(mu1), "Sigma": _a(Sigma), "n0": n0, "n1": n1}
    return inputs if X is None else {"X": _a(X), **inputs}


@st.composite
def _near(draw):
    """Samples around the middle of the two means, where neither class is certain."""
    n, d = draw(st.sampled_from([*_SIZES, (1, 2), (1, 1), (17, 2)]))
    bells = draw(_two_bells(d))
    X = (bells[0] + bells[1]) / 2 + draw(numbers((n, d), decimals(-1.5, 1.5)))
    return _inputs(np.round(X, 2), bells)


posterior_values = _near()


@st.composite
def _far(draw):
    """Samples 150 to 200 away, where both densities are 0 in float64; often one near the middle.

    Some lie in any direction, some where class 1 is so certain that exp overflows, and some along
    the border, where neither class is certain.
    """
    n, d = draw(st.sampled_from([(2, 2), (1, 2), (2, 1), (3, 3), (1, 1), (4, 2), (1, 3)]))
    bells = mu0, mu1, Sigma, n0, n1 = draw(_two_bells(d, draw(st.sampled_from([0.8, 1.5]))))
    w = np.linalg.solve(Sigma, mu1 - mu0)
    b = np.log(n1 / n0) - w @ (mu0 + mu1) / 2
    rows = []
    for _ in range(n):
        where = draw(st.sampled_from(["anywhere", "certain", "border"][: 2 + (d > 1)]))
        direction, distance = draw(numbers((d,), decimals(-1, 1))), draw(decimals(150, 200, 0))
        if where == "border":
            direction = direction - w * (w @ direction) / (w @ w)
        elif where == "certain":
            direction = direction + 3 * w / np.linalg.norm(w)
        length = np.linalg.norm(direction)
        assume(length > 0.1)
        row = direction * distance / length
        if where == "border":
            row = row + w * (draw(decimals(-2, 2)) - b) / (w @ w)
        rows.append(row)
    X = np.round(rows, 2)
    assume(min(_squares(X, mu0, Sigma).min(), _squares(X, mu1, Sigma).min()) > 1600)
    if draw(st.integers(0, 3)):
        near = np.round((mu0 + mu1) / 2 + draw(numbers((d,), decimals(-1, 1))), 2)
        X = np.insert(X, draw(st.integers(0, n)), near, axis=0)
    return _inputs(X, bells)


posterior_far = _far()


@st.composite
def _bells_alone(draw):
    return _inputs(None, draw(_two_bells(draw(st.sampled_from([2, 1, 3])))))


boundary_values = _bells_alone()
