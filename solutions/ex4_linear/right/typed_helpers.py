"""Type hints, named tuples, keyword-only helpers and defaults."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


class Gradient(NamedTuple):
    dw: Vector
    db: float


class Descent(NamedTuple):
    w: Vector
    b: float
    w_hist: Matrix
    b_hist: Vector
    cost_hist: Vector


def _errors(X: Matrix, y: Vector, w: Vector, b: float) -> Vector:
    predictions: Vector = np.dot(X, w) + b
    assert predictions.shape == y.shape
    return y - predictions


def cost(X: Matrix, y: Vector, w: Vector, b: float) -> float:
    return float(np.linalg.norm(_errors(X, y, w, b)) ** 2 / y.shape[0])


def mean_absolute_error(X: Matrix, y: Vector, w: Vector, b: float) -> float:
    return float(np.linalg.norm(_errors(X, y, w, b), ord=1) / y.shape[0])


def gradient(X: Matrix, y: Vector, w: Vector, b: float, *, factor: float = -2.0) -> Gradient:
    errors = _errors(X, y, w, b)
    return Gradient(factor / len(y) * X.transpose() @ errors, factor / len(y) * errors.sum())


def gradient_descent(
    X: Matrix,
    y: Vector,
    w: Vector,
    b: float,
    learning_rate: float = 0.01,
    cost_function: Callable[..., float] = cost,
    gradient_function: Callable[..., Gradient] = gradient,
    iterations: int = 1000,
) -> Descent:
    w_hist: Matrix = np.zeros((iterations, len(w)))
    b_hist: Vector = np.zeros(iterations)
    cost_hist: Vector = np.zeros(iterations)
    for i in range(iterations):
        slope = Gradient(*gradient_function(X, y, w, b))
        w, b = w - learning_rate * slope.dw, b - learning_rate * slope.db
        w_hist[i], b_hist[i], cost_hist[i] = w, b, cost_function(X, y, w, b)
    return Descent(w, b, w_hist, b_hist, cost_hist)


def polynomial_features(x: Vector, degree: int) -> Matrix:
    features: Matrix = np.ones((x.shape[0], degree))
    for column in range(degree):
        features[:, : column + 1] *= x.reshape(-1, 1)
    return features[:, ::-1]


def normal_equation(X: Matrix, y: Vector) -> tuple[Vector, float]:
    center, mean = X.mean(axis=0), float(y.mean())
    weights, *_ = np.linalg.lstsq(X - center, y - mean, rcond=None)
    return weights, mean - float(center @ weights)
