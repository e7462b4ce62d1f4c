"""A classifier as a class; the functions that are asked only call its methods."""

import numpy as np


class LogisticRegression:
    def __init__(self, weights, bias=0.0):
        self.weights, self.bias = np.array(weights, dtype=float), bias

    @staticmethod
    def squash(z):
        out = np.empty(np.shape(z))
        positive = np.asarray(z) >= 0
        out[positive] = 1 / (1 + np.exp(-np.asarray(z)[positive]))
        grown = np.exp(np.asarray(z)[~positive])
        out[~positive] = grown / (1 + grown)
        return out

    def probabilities(self, X):
        return self.squash(X.dot(self.weights) + self.bias)

    def classes(self, X):
        return np.array(self.probabilities(X) >= 0.5, dtype=float)

    def slope(self, X, y):
        error = self.probabilities(X) - y
        return (X * error.reshape(-1, 1)).mean(axis=0), error.mean()

    def train(self, X, y, rate, steps):
        for _ in range(steps):
            slope = self.slope(X, y)
            self.weights -= rate * slope[0]
            self.bias -= rate * slope[1]
        return self


class Features:
    radius = staticmethod(lambda X: np.sqrt(X[:, [0]] ** 2 + X[:, [1]] ** 2))
    product = staticmethod(lambda X: X[:, [0]] * X[:, [1]])


sigmoid = LogisticRegression.squash
radius, product = Features.radius, Features.product


def binary_cross_entropy(p, y):
    ones, zeros = p[y == 1], p[y == 0]
    return -(np.log(ones).sum() + np.log(1 - zeros).sum()) / len(p)


def gradient(X, y, w, b):
    return LogisticRegression(w, b).slope(X, y)


def predict(X, w, b):
    return LogisticRegression(w, b).classes(X)


def fit(X, y, learning_rate, steps):
    model = LogisticRegression([0] * X.shape[1]).train(X, y, learning_rate, steps)
    return model.weights, model.bias
