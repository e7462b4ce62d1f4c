"""Your db is the mean over the samples. What should be in its place?

The sum, as in dW: if there is a 1/N, dY has it already.
"""

import numpy as np


def dense_backward(dY, X, W):
    return dY @ W.T, X.T @ dY, np.mean(dY, axis=0)
