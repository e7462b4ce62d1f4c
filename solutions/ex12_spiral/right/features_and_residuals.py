"""A layer of features, a residual block, and a nested model; numbers drawn as one matrix."""

from functools import partial

import keras
import numpy as np
from keras import ops


class Squares(keras.layers.Layer):
    """Points, with their squares and their product beside them."""

    def call(self, points):
        x, y = points[:, :1], points[:, 1:]
        return ops.concatenate([x, y, x * x, y * y, x * y], axis=1)


def make_spiral(samples, classes, noise, rng):
    turns = rng.standard_normal((classes, samples))
    def arm(j):
        t = np.linspace(4 * j, 4 * (j + 1), samples) + noise * turns[j]
        return np.linspace(0, 1, samples) * np.array([np.sin(t), np.cos(t)])
    return np.concatenate([arm(j) for j in range(classes)], axis=1).T, np.sort(
        np.tile(range(classes), samples)
    )


def softmax_regression(X, Y, W, b):
    def losses(z):
        z = z - z.max()
        return np.log(np.exp(z).sum()) - z
    each = np.array([losses(z) for z in X @ W + b])
    errors = np.exp(-each) - Y
    dW = sum(np.outer(x, e) for x, e in zip(X, errors)) / len(X)
    return each[Y == 1].mean(), dW, sum(errors) / len(X)


def decision_grid(predict, X, steps):
    x, y = map(partial(np.linspace, num=steps), X.min(0) - 0.1, X.max(0) + 0.1)
    grid = np.dstack(np.meshgrid(x, y))
    return grid[..., 0], grid[..., 1], np.array([predict(row) for row in grid])


def create_network():
    point = keras.Input((2,))
    h = keras.layers.Dense(64, activation="gelu")(Squares()(point))
    block = keras.Sequential([keras.layers.Dense(64, "relu"), keras.layers.Dense(64)])
    h = keras.layers.add([h, block(h)])
    return keras.Model(point, keras.layers.Dense(3, activation="softmax")(h))
