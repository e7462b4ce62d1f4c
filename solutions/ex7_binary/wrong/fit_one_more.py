"""You take one step more than is asked. How often does your loop run?

`range(steps)` runs `steps` times. `range(steps + 1)`, `while step <= steps` from 0, and a step
before the loop make one more.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps + 1):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
