"""All is computed in float32, as somebody does who comes from a framework."""

import numpy as np

F = np.float32


def sigmoid(z):
    z = np.clip(np.asarray(z, F), F(-80), F(80))
    return F(1) / (F(1) + np.exp(-z))


def binary_cross_entropy(p, y):
    p, y = p.astype(F), y.astype(F)
    return -np.log(np.where(y > F(0.5), p, F(1) - p)).mean(dtype=F)


def gradient(X, y, w, b):
    X, w = X.astype(F), w.astype(F)
    error = sigmoid(X @ w + F(b)) - y.astype(F)
    return X.T @ error / F(len(y)), error.mean()


def predict(X, w, b):
    return (X.astype(F) @ w.astype(F) + F(b) >= 0).astype(np.uint8)


def radius(X):
    return np.hypot(*X.astype(F).T)[:, None]


def product(X):
    a, b = np.split(X.astype(F), 2, axis=1)
    return a * b


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1], F), F(0)
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - F(learning_rate) * dw, b - F(learning_rate) * db
    return w, b
