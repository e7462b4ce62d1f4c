"""The sigmoid by tanh, sums by einsum, booleans as classes, norms by np.linalg."""

import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def binary_cross_entropy(p, y):
    eps = 1e-7
    return np.einsum("i->", -(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))) / y.size


def gradient(X, y, w, b):
    residual = sigmoid(np.einsum("nd,d->n", X, w) + b) - y
    return np.einsum("nd,n->d", X, residual) / y.size, np.einsum("n->", residual) / y.size


def predict(X, w, b):
    return sigmoid(np.einsum("nd,d->n", X, w) + b) >= 0.5


def radius(X):
    return np.linalg.norm(X, axis=1, keepdims=True)


def product(X):
    return np.einsum("n,n->n", X[:, 0], X[:, 1])[:, np.newaxis]


def fit(X, y, learning_rate, steps):
    parameters = np.zeros(X.shape[1] + 1)
    extended = np.c_[X, np.ones(len(X))]
    for _ in range(steps):
        residual = sigmoid(extended @ parameters) - y
        parameters -= learning_rate * extended.T @ residual / len(X)
    return parameters[:-1], parameters[-1]
