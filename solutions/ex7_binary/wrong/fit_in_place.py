"""Your w and b are right, but the labels that you are given are -1 and 1 afterwards. Whose array do
you write into?

`y[y == 0] = -1` changes the caller's array. Leave y as it is, or work on a copy: `y = 2 * y - 1`
makes a new one.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    y[y == 0] = -1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        error = -y * sigmoid(-y * (X @ w + b))
        w, b = w - learning_rate * X.T @ error / len(y), b - learning_rate * error.mean()
    return w, b
