"""Loops, the math module, lists until the last line; a network built with add."""

import math

import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def make_spiral(samples, classes, noise, rng):
    points, labels = [], []
    for j in range(classes):
        for i in range(samples):
            r = i / (samples - 1)
            t = 4 * j + 4 * i / (samples - 1) + rng.normal(0, 1) * noise
            points.append([r * math.sin(t), r * math.cos(t)])
            labels.append(j)
    return np.array(points), np.array(labels)


def softmax_regression(X, Y, W, b):
    n, d = X.shape
    c = len(b)
    loss, dW, db = 0.0, np.zeros((d, c)), np.zeros(c)
    for x, y in zip(X, Y):
        z = [sum(x[k] * W[k, j] for k in range(d)) + b[j] for j in range(c)]
        top = max(z)
        total = sum(math.exp(v - top) for v in z)
        for j in range(c):
            log_p = z[j] - top - math.log(total)
            loss -= y[j] * log_p / n
            error = (math.exp(log_p) - y[j]) / n
            db[j] += error
            for k in range(d):
                dW[k, j] += x[k] * error
    return loss, dW, db


def decision_grid(predict, X, steps):
    xs = np.linspace(min(X[:, 0]) - 0.1, max(X[:, 0]) + 0.1, steps)
    ys = np.linspace(min(X[:, 1]) - 0.1, max(X[:, 1]) + 0.1, steps)
    xx, yy, Z = (np.zeros((steps, steps)) for _ in range(3))
    for i in range(steps):
        for j in range(steps):
            xx[i, j], yy[i, j] = xs[j], ys[i]
            Z[i, j] = predict(np.array([[xs[j], ys[i]]]))[0]
    return xx, yy, Z


def create_network():
    model = Sequential()
    model.add(Dense(100, input_shape=(2,), activation="relu"))
    model.add(Dense(3, activation="softmax"))
    return model
