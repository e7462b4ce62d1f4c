"""Where the gradient is very small, your w is where one step leads. How many steps are asked?

`steps` of them, without an early end: also where a step is shorter than 1e-8, and where the loss is
the same as before. Take out the `break` or `return` that ends the loop early.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
        if np.linalg.norm(dw) < 1e-8 and abs(db) < 1e-8:
            break
    return w, b
