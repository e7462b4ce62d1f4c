"""Your dW is transposed, (M, D). Which shape has W?

(D, M): the factor with D columns is transposed and stands on the left.
"""

import numpy as np


def dense_backward(dY, X, W):
    return dY @ W.T, dY.T @ X, np.sum(dY, axis=0)
