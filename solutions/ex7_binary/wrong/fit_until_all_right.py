"""You stop as soon as all samples are on their right side. How many steps are asked?

`steps` of them, without an early end. The loss goes on falling: the probabilities become more
certain.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for k in range(steps):
        error = 1 / (1 + np.exp(-(X @ w + b))) - y
        if np.array_equal(X @ w + b >= 0, y == 1):
            break
        w = w - learning_rate * X.T @ error / len(y)
        b = b - learning_rate * error.mean()
    return w, b
