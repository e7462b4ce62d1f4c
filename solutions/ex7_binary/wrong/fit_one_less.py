"""You take one step less than is asked. How often does your loop run?

`range(steps)` runs `steps` times: from 0 to steps - 1. `range(1, steps)` and `range(steps - 1)` run
once less.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(1, steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
