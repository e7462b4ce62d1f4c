"""(N, 1) all the way, flat only at the end; one error as an exact Fraction."""

from fractions import Fraction
from statistics import fmean

import numpy as np


def column(values):
    return np.asarray(values).reshape(-1, 1)


def residuals(X, y, w, b):
    return X @ column(w) + b - column(y)


def cost(X, y, w, b):
    r = [Fraction(float(value)) for value in residuals(X, y, w, b).ravel()]
    return sum(value**2 for value in r) / len(r)


def mean_absolute_error(X, y, w, b):
    return fmean(float(abs(value)) for value in residuals(X, y, w, b)[:, 0])


def gradient(X, y, w, b):
    r = residuals(X, y, w, b)
    return ((X.T @ r) * 2 / X.shape[0]).squeeze(axis=1), (r.sum() * 2 / X.shape[0])[()]


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    hist = {"w": [], "b": [], "cost": []}
    point = {"w": w.astype(float), "b": np.float64(b)}
    for _ in range(iterations):
        slopes = dict(zip("wb", gradient_function(X, y, point["w"], point["b"]), strict=True))
        point = {key: point[key] - learning_rate * slopes[key] for key in point}
        for key, value in point.items():
            hist[key].append(value)
        hist["cost"].append(cost_function(X, y, point["w"], point["b"]))
    return point["w"], point["b"], tuple(hist["w"]), tuple(hist["b"]), tuple(hist["cost"])


def polynomial_features(x, degree):
    out = column(x)
    while out.shape[1] < degree:
        out = np.hstack([out, out[:, -1:] * column(x)])
    return out


def normal_equation(X, y):
    A = np.hstack([X, np.ones((X.shape[0], 1))])
    p = np.linalg.inv(A.T @ A) @ (A.T @ column(y))
    return p[:-1].flatten(), p[-1, 0]
