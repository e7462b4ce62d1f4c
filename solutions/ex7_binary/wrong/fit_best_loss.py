"""You return the w and b of the least loss on the way, and not the last ones. What should come
back?

The weights and the bias after the last step, also if the loss was lower before.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    best, result = np.inf, None
    w, b = np.zeros(X.shape[1]), 0.0
    for k in range(steps):
        error = 1 / (1 + np.exp(-(X @ w + b))) - y
        w = w - learning_rate * X.T @ error / len(y)
        b = b - learning_rate * error.mean()
        z = X @ w + b
        loss = np.mean(np.logaddexp(0, z) - y * z)
        if loss < best:
            best, result = loss, (w, b)
    return result
