"""Everything by way of logarithms; the loss clips at 1e-7."""

import numpy as np


def log_sigmoid(z):
    return -np.logaddexp(0, -z)


def sigmoid(z):
    return np.exp(log_sigmoid(z))


def binary_cross_entropy(p, y):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    odds = np.log(p / (1 - p))
    return np.average(np.logaddexp(0, odds) - y * odds)


def gradient(X, y, w, b):
    signs = 2 * y - 1
    z = np.dot(X, w) + b
    error = -signs * np.exp(log_sigmoid(-signs * z))
    return np.average(error[:, None] * X, axis=0), np.average(error)


def predict(X, w, b):
    return np.heaviside(np.dot(X, w) + b, 1)


def radius(X):
    return np.exp(0.5 * np.log(np.maximum(np.sum(np.square(X), axis=-1), 1e-30))).reshape(-1, 1)


def product(X):
    return np.prod(X, axis=1).reshape((-1, 1))


def fit(X, y, learning_rate, steps):
    w, b = np.zeros_like(X[0]), np.float64(0)
    for dw, db in (gradient(X, y, w, b) for _ in range(steps)):
        w = w - learning_rate * dw
        b = b - learning_rate * db
    return [w, b]
