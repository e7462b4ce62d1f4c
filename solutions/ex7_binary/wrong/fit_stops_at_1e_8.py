"""Where the gradient is very small, your w is still 0 at the end. How many steps are asked?

`steps` of them, without an early end. 1e-8 is small for one unit, and may be much for another: take
out the `break`, or the condition of the loop, and round nothing.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        if np.linalg.norm(dw) < 1e-8 and abs(db) < 1e-8:
            break
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
