"""Each of your steps is the whole gradient. What is learning_rate for?

Multiply the gradient by it: w <- w - learning_rate * dw.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - dw, b - db
    return w, b
