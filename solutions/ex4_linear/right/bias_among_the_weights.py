"""One vector of parameters, and a column of ones: the bias is a weight like the others."""

import numpy as np


def with_ones(X):
    return np.hstack((X, np.ones((X.shape[0], 1))))


def parameters(w, b):
    return np.r_[w, b]


def cost(X, y, w, b):
    r = with_ones(X) @ parameters(w, b) - y
    return (r @ r) / len(r)


def mean_absolute_error(X, y, w, b):
    r = with_ones(X) @ parameters(w, b) - y
    return np.where(r > 0, r, -r).mean()


def gradient(X, y, w, b):
    A, p = with_ones(X), parameters(w, b)
    whole = 2 / len(y) * (A.T @ A @ p - A.T @ y)
    return np.split(whole, [len(w)])[0], np.split(whole, [len(w)])[1].item()


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    way = np.empty((iterations + 1, len(w) + 1))
    way[0] = parameters(w, b)
    for i in range(iterations):
        way[i + 1] = way[i] - learning_rate * np.hstack(
            gradient_function(X, y, way[i, :-1], way[i, -1])
        )
    costs = [cost_function(X, y, p[:-1], p[-1]) for p in way[1:]]
    return way[-1, :-1], way[-1, -1], way[1:, :-1], way[1:, -1], costs


def polynomial_features(x, degree):
    return np.power.outer(x, np.arange(1, degree + 1))


def normal_equation(X, y):
    A = with_ones(X)
    L = np.linalg.cholesky(A.T @ A)
    p = np.linalg.solve(L.T, np.linalg.solve(L, A.T @ y))
    return p[:-1], p[-1]
