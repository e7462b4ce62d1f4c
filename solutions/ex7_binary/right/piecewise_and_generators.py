"""np.piecewise, generators, fromiter, reduce, xlogy-like masks; Fractions of nothing."""

from functools import reduce
from itertools import accumulate, islice, repeat

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.piecewise(
        z,
        [z < 0, z >= 0],
        [lambda t: np.exp(t) / (1 + np.exp(t)), lambda t: 1 / (1 + np.exp(-t))],
    )


def xlogy(x, p):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nan_to_num(x * np.log(p), nan=0.0)


def binary_cross_entropy(p, y):
    return -(xlogy(y, p) + xlogy(1 - y, 1 - p)).mean()


def errors(X, y, w, b):
    for row, label in zip(X, y):
        yield row, sigmoid(row @ w + b) - label


def gradient(X, y, w, b):
    def add(total, item):
        row, error = item
        return total[0] + error * row, total[1] + error

    dw, db = reduce(add, errors(X, y, w, b), (np.zeros(len(w)), 0.0))
    return np.divide(dw, len(y)), np.divide(db, len(y))


def predict(X, w, b):
    return np.fromiter((row @ w + b >= 0 for row in X), dtype=bool)


def radius(X):
    return np.vstack([np.sqrt(row @ row) for row in X])


def product(X):
    return np.array(list(map(np.prod, X)), ndmin=2).T


def fit(X, y, learning_rate, steps):
    def step(at, _):
        return tuple(p - learning_rate * g for p, g in zip(at, gradient(X, y, *at)))

    start = (np.zeros(X.shape[1]), 0.0)
    return next(islice(accumulate(repeat(None), step, initial=start), steps, None))
