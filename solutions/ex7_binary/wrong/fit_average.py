"""You return the mean of all points on the way, and not the last one. What should come back?

The weights and the bias after the last step: no earlier ones are in them.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    path = []
    for _ in range(steps):
        dw, db = gradient(X, y, w, b)
        w, b = w - learning_rate * dw, b - learning_rate * db
        path.append(np.append(w, b))
    middle = np.mean(path, axis=0)
    return middle[:-1], middle[-1]
