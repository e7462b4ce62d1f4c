"""Dropout, batch normalisation and L2 in a network; log-sum-exp in the loss; helper functions."""

import keras
import numpy as np
from keras import layers

MARGIN = 0.1


def polar(radius, angle):
    return np.transpose([radius * np.sin(angle), radius * np.cos(angle)])


def make_spiral(samples, classes, noise, rng):
    noises = rng.normal(0.0, 1.0, (samples, classes)) * noise
    arms = [
        polar(np.linspace(0, 1, samples), np.linspace(4 * j, 4 * j + 4, samples) + noises[:, j])
        for j in range(classes)
    ]
    return np.vstack(arms), np.hstack([np.full(samples, j) for j in range(classes)])


def log_softmax(Z):
    return Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)


def softmax_regression(X, Y, W, b):
    logs = log_softmax(np.matmul(X, W) + b[np.newaxis, :])
    G = np.exp(logs) - Y
    loss = -np.average(np.take_along_axis(logs, Y.argmax(1)[:, None], axis=1))
    dW = np.mean(X[:, :, None] * G[:, None, :], axis=0)
    return [loss, dW, G.mean(0)]


def span(column, steps):
    return np.linspace(column.min() - MARGIN, column.max() + MARGIN, num=steps)


def decision_grid(predict, X, steps):
    xx, yy = np.meshgrid(span(X[:, 0], steps), span(X[:, 1], steps))
    Z = np.empty(xx.shape, dtype=int)
    for row in range(steps):
        Z[row] = predict(np.column_stack((xx[row], yy[row])))
    return xx, yy, Z


def create_network():
    return keras.Sequential(
        [
            layers.Input((2,)),
            layers.Dense(128, kernel_regularizer=keras.regularizers.L2(1e-5)),
            layers.BatchNormalization(),
            layers.LeakyReLU(),
            layers.Dense(64, activation="relu"),
            layers.Dropout(0.1),
            layers.Dense(3),
            layers.Softmax(),
        ]
    )
