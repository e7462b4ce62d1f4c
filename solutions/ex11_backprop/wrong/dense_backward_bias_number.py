"""Your db is a single number. Which shape has b?

(M,), a number for each output: sum over the samples alone, `axis=0`.
"""

import numpy as np


def dense_backward(dY, X, W):
    return dY @ W.T, X.T @ dY, np.sum(dY)
