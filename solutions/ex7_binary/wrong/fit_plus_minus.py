"""Your errors are p − 1 and p + 1, as if the labels were 1 and −1. Which numbers does p lie
between?

Between 0 and 1: so the labels must be 0 and 1, as they are given. Do not change y.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    labels = 2 * y - 1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, labels, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
