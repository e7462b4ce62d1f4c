"""You stop as soon as the weights' gradient is small. How many steps are asked?

`steps` of them, without an early end. The bias may still have a way to go where the weights have
none.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for k in range(steps):
        error = 1 / (1 + np.exp(-(X @ w + b))) - y
        dw = X.T @ error / len(y)
        if np.all(np.abs(dw) < 0.01):
            break
        w = w - learning_rate * dw
        b = b - learning_rate * error.mean()
    return w, b
