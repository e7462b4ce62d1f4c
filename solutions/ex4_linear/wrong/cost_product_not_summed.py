"""The products of features and weights are not added up to one prediction for each sample: they
still have the shape (N, D). What does it make of them to subtract y, of shape (N,)?

`X @ w` multiplies and adds up, and has the shape (N,). So has `(X * w).sum(axis=1)`. With D = 1,
`X * w` minus y broadcasts to (N, N) without a word.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean((X * w + b - y) ** 2)
