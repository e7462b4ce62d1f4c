"""All steps go by the gradient of the start. Where are w and b after the first step?

Somewhere else, where the gradient is another. Compute it again in each step, inside of the loop.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    error = 0.5 - y
    for _ in range(steps):
        w = w - learning_rate * X.T @ error / len(y)
        b = b - learning_rate * error.mean()
    return w, b
