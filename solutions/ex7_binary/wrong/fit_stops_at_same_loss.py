"""Where the gradient is very small, your w is where two steps lead. How many steps are asked?

`steps` of them, without an early end: also where the loss is the same as before, or next to it.
Take out the `break` or `return` that ends the loop early.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    before = np.inf
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
        z = X @ w + b
        loss = np.mean(np.logaddexp(0, z) - y * z)
        if abs(before - loss) < 1e-10:
            break
        before = loss
    return w, b
