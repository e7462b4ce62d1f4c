"""Each of your steps is N times too long. Is the gradient a sum or a mean over the samples?

It is a mean: divide by N, as in `gradient`.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        error = sigmoid(X @ w + b) - y
        w, b = w - learning_rate * X.T @ error, b - learning_rate * error.sum()
    return w, b
