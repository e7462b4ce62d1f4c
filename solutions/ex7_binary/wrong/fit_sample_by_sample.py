"""You take a step for each sample, one after the other. How many samples does a step use?

All of them: `steps` steps in all, each along the gradient of the mean loss of the whole data.
"""

import numpy as np


def fit(X, y, learning_rate, steps):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        for i in range(len(y)):
            dw, db = gradient(X[i : i + 1], y[i : i + 1], w, b)
            w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
