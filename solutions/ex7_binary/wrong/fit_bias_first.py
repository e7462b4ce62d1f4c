"""The weights take their step from where the bias already is. Does their gradient know the old b
or the new one?

The old one is asked: compute both parts of the gradient first, at one point, and move both
parameters after that.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        b = b - learning_rate * np.mean(1 / (1 + np.exp(-(X @ w + b))) - y)
        error = 1 / (1 + np.exp(-(X @ w + b))) - y
        w = w - learning_rate * X.T @ error / len(y)
    return w, b
