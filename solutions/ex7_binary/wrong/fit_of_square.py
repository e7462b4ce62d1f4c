"""Your descent follows the squared error of p, whose gradient has a factor p(1 - p). Which loss is
asked?

The cross entropy, whose gradient has p - y alone. You have it already: call `gradient`.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        p = sigmoid(X @ w + b)
        error = 2 * (p - y) * p * (1 - p)
        w, b = w - learning_rate * X.T @ error / len(y), b - learning_rate * error.mean()
    return w, b
