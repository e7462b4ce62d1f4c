"""Loops over Python's own numbers; NumPy only makes the arrays that are asked."""

import math

import numpy as np


def one_sigmoid(t):
    if t >= 0:
        return 1 / (1 + math.exp(-t))
    e = math.exp(t)
    return e / (1 + e)


def sigmoid(z):
    result = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        result[index] = one_sigmoid(float(z[index]))
    return result


def binary_cross_entropy(p, y):
    total = 0
    for i in range(len(y)):
        if y[i] == 1:
            total -= math.log(p[i])
        else:
            total -= math.log(1 - p[i])
    return total / len(y)


def score(row, w, b):
    total = b
    for j in range(len(w)):
        total += row[j] * w[j]
    return total


def gradient(X, y, w, b):
    n, d = X.shape
    dw, db = [0.0] * d, 0.0
    for i in range(n):
        err = one_sigmoid(score(X[i], w, b)) - y[i]
        for j in range(d):
            dw[j] += err * X[i, j] / n
        db += err / n
    return np.array(dw), db


def predict(X, w, b):
    classes = []
    for row in X:
        if one_sigmoid(score(row, w, b)) >= 0.5:
            classes.append(1)
        else:
            classes.append(0)
    return np.array(classes)


def radius(X):
    return np.array([[math.hypot(x1, x2)] for x1, x2 in X])


def product(X):
    return np.array([[x1 * x2] for x1, x2 in X])


def fit(X, y, learning_rate, steps):
    w = [0.0 for _ in range(X.shape[1])]
    b = 0.0
    step = 0
    while step < steps:
        dw, db = gradient(X, y, w, b)
        for j in range(len(w)):
            w[j] -= learning_rate * dw[j]
        b -= learning_rate * db
        step += 1
    return np.array(w), b
