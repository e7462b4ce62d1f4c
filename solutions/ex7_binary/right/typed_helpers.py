"""Type hints, keyword defaults, checks of the arguments, small helper functions."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Parameters(NamedTuple):
    w: Floats
    b: float


def _safe_log(p: Floats) -> Floats:
    return np.log(p, out=np.zeros_like(p), where=p > 0)


def sigmoid(z: Floats) -> Floats:
    z = np.asarray(z, dtype=np.float64)
    with np.errstate(over="ignore"):
        return np.reciprocal(1.0 + np.exp(-z))


def binary_cross_entropy(p: Floats, y: Ints) -> float:
    assert p.shape == y.shape, "one probability for each label"
    log_likelihood = y * _safe_log(p) + (1 - y) * _safe_log(1.0 - p)
    return float(-log_likelihood.sum() / len(log_likelihood))


def gradient(X: Floats, y: Ints, w: Floats, b: float) -> tuple[Floats, float]:
    assert X.shape == (len(y), len(w))
    error = sigmoid(np.matmul(X, w) + b) - y
    return np.matmul(error, X) / len(X), float(np.sum(error)) / len(X)


def predict(X: Floats, w: Floats, b: float, *, threshold: float = 0.5) -> Ints:
    p = sigmoid(np.matmul(X, w) + b)
    classes = np.zeros(len(X), dtype=np.int64)
    classes[p >= threshold] = 1
    return classes


def _columns(X: Floats) -> tuple[Floats, Floats]:
    x1, x2 = np.hsplit(X, 2)
    return x1, x2


def radius(X: Floats) -> Floats:
    x1, x2 = _columns(X)
    return np.hypot(x1, x2)


def product(X: Floats) -> Floats:
    x1, x2 = _columns(X)
    return np.multiply(x1, x2)


def fit(X: Floats, y: Ints, learning_rate: float = 0.1, steps: int = 100) -> Parameters:
    parameters = Parameters(np.zeros(X.shape[1]), 0.0)
    for _ in range(steps):
        slopes = gradient(X, y, *parameters)
        parameters = Parameters(*(p - learning_rate * g for p, g in zip(parameters, slopes)))
    return parameters
