"""Your descent begins with a bias of 1. Where does it begin in the task?

At w = 0 and b = 0: the weights and the bias both start there.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 1.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
