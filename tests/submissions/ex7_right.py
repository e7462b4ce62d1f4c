"""Exercise 7 in a style of its own: reduce, columns, and gradient descent on products of samples."""

import math
import numpy as np
from functools import reduce


def sigmoid(z):
    with np.errstate(over="ignore"):
        return np.reciprocal(np.add(1.0, np.exp(np.negative(z))))


def binary_cross_entropy(p, y):
    return sum(map(lambda a, t: -math.log(a if t == 1 else 1 - a), p.tolist(), y.tolist())) / len(p)


def gradient(X, y, w, b):
    p = sigmoid(X @ w + b).reshape(-1, 1)
    t = y.reshape(-1, 1)
    return (X.T @ (p - t) / len(X)).ravel(), ((p - t).sum() / len(X)).item()


def predict(X, w, b):
    return np.where(np.less(np.dot(X, w), -b), 0, 1)


def radius(X):
    return np.sqrt(np.diag(X @ X.T)).reshape(len(X), 1)


def product(X):
    a, c = np.hsplit(X, 2)
    return a * c


def fit(X, y, learning_rate, steps):
    # dual: only the products of samples
    a = np.zeros(len(y)); b = 0.0
    K = X @ X.T
    for _ in range(steps):
        d = (sigmoid(K @ a + b) - y) / len(y)
        a = a - learning_rate * d
        b = b - learning_rate * d.sum()
    return X.T @ a, b
