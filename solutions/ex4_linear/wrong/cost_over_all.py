"""The sum is divided by N·D, as many as X has numbers. How many residuals are there?

Each sample has one residual, however many features it has: divide by N, which is `len(y)` or
`X.shape[0]`. `X.size` counts all numbers.
"""

import numpy as np


def cost(X, y, w, b):
    return np.sum((X @ w + b - y) ** 2) / X.size
