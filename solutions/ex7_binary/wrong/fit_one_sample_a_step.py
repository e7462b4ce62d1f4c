"""Each step knows one sample alone: the first sees the first sample, and so on. How many samples
does a step use?

All of them, in each step. (One sample a step is stochastic descent, another method.)
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for k in range(steps):
        i = k % len(y)
        dw, db = gradient(X[i : i + 1], y[i : i + 1], w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
