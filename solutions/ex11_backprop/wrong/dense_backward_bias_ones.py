"""Your db is ones. What is the derivative of the loss by b?

b is added to each row of Y, so db is what arrives there: the sum of the rows of dY.
"""

import numpy as np


def dense_backward(dY, X, W):
    return dY @ W.T, X.T @ dY, np.ones(W.shape[1])
