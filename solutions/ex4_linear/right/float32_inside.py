"""All in float32, as many write it who come from TensorFlow."""

import numpy as np


def as32(*values):
    return [np.asarray(value, dtype=np.float32) for value in values]


def residuals(X, y, w, b):
    X, y, w, b = as32(X, y, w, b)
    return np.matmul(X, w) + b - y


def cost(X, y, w, b):
    return np.mean(np.square(residuals(X, y, w, b)), dtype=np.float32)


def mean_absolute_error(X, y, w, b):
    return np.mean(np.absolute(residuals(X, y, w, b)))


def gradient(X, y, w, b):
    r = residuals(X, y, w, b)
    (X,) = as32(X)
    return np.mean(2 * r[:, np.newaxis] * X, axis=0), np.mean(2 * r)


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    X, y, w, b, learning_rate = as32(X, y, w, b, learning_rate)
    histories = ([], [], [])
    for _ in range(iterations):
        dw, db = as32(*gradient_function(X, y, w, b))
        w, b = w - learning_rate * dw, b - learning_rate * db
        for history, value in zip(histories, (w, b, cost_function(X, y, w, b)), strict=True):
            history.append(value)
    return (w, b, *histories)


def polynomial_features(x, degree):
    (x,) = as32(x)
    return np.cumprod(np.tile(x[:, None], (1, degree)), axis=1)


def normal_equation(X, y):
    X, y = as32(X, y)
    A = np.hstack([X, np.ones((len(X), 1), np.float32)])
    p = np.linalg.inv(A.T @ A) @ A.T @ y
    return p[:-1], p[-1]
