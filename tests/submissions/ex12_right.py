"""The stub of exercise 12, filled in from its README: polar coordinates, logaddexp, a class."""

from utils import get_logger, progress, tf
import keras
import numpy as np


def make_spiral(samples, classes, noise, rng):
    share = np.linspace(0, 1, samples)
    X, y = [], []
    for j in range(classes):
        for r in share:
            t = 4 * (j + r) + rng.normal(0, noise)
            X.append((r * np.sin(t), r * np.cos(t)))
            y.append(j)
    return np.array(X), np.array(y)


def softmax_regression(X, Y, W, b):
    Z = X @ W + b
    logs = Z - np.logaddexp.reduce(Z, axis=1)[:, None]
    E = (np.exp(logs) - Y) / len(X)
    return -(Y * logs).sum() / len(X), X.T @ E, E.sum(axis=0)


def decision_grid(predict, X, steps):
    low, high = X.min(axis=0) - 0.1, X.max(axis=0) + 0.1
    xs, ys = (np.linspace(a, z, steps) for a, z in zip(low, high))
    xx, yy = np.meshgrid(xs, ys)
    Z = predict(np.dstack([xx, yy]).reshape(-1, 2))
    return xx, yy, Z.reshape(steps, steps)


class Reader(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [keras.layers.Dense(48, activation="elu") for _ in range(3)]
        self.last = keras.layers.Dense(3)

    def call(self, points):
        for layer in self.hidden:
            points = layer(points)
        return keras.ops.softmax(self.last(points))


def create_network():
    return Reader()
