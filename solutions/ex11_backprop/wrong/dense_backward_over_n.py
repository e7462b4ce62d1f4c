"""Your dW and db are divided by N. Who has done that already?

The loss, where it is a mean: then dY has the 1/N in it. A layer knows nothing of the loss, and
divides by nothing.
"""

import numpy as np


def dense_backward(dY, X, W):
    return dY @ W.T, X.T @ dY / len(X), np.sum(dY, axis=0) / len(X)
