"""Exercise 4 with loops, by somebody who does not trust broadcasting yet."""

import numpy as np


def predictions(X, w, b):
    return np.array([sum(x * weight for x, weight in zip(row, w)) + b for row in X])


def cost(X, y, w, b):
    return sum((p - t) ** 2 for p, t in zip(predictions(X, w, b), y)) / len(y)


def mean_absolute_error(X, y, w, b):
    return sum(abs(p - t) for p, t in zip(predictions(X, w, b), y)) / len(y)


def gradient(X, y, w, b):
    residuals = predictions(X, w, b) - y
    dw = [2 / len(y) * sum(residuals * column) for column in X.T]
    return np.array(dw), 2 / len(y) * sum(residuals)


def gradient_descent(X, y, w, b, learning_rate, cost_function, gradient_function, iterations):
    w_hist, b_hist, cost_hist = [], [], []
    w = np.copy(w)
    for _ in range(iterations):
        dw, db = gradient_function(X, y, w, b)
        w -= learning_rate * dw
        b -= learning_rate * db
        w_hist.append(w.copy())
        b_hist.append(b)
        cost_hist.append(cost_function(X, y, w, b))
    return w, b, w_hist, b_hist, cost_hist


def polynomial_features(x, degree):
    return np.array([[value**power for power in range(1, degree + 1)] for value in x])


def normal_equation(X, y):
    A = np.hstack([X, np.ones((len(X), 1))])
    solution, *_ = np.linalg.lstsq(A, y, rcond=None)
    return solution[:-1], solution[-1]
