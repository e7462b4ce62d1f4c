"""You return one number for all weights together. How many weights are there?

Each weight has a number of its own: sum over the samples only (`axis=0`), or let a matrix product
with `X.T` do that.
"""

import numpy as np


def gradient(X, y, w, b):
    error = sigmoid(X @ w + b) - y
    return np.sum(X * error[:, None]) / len(y), error.mean()
