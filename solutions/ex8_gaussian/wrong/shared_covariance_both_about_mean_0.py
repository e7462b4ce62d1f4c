"""Both classes are measured from the mean of class 0. From where is the spread of class 1 measured?

From its own mean: take `X1.mean(axis=0)` away from X1.
"""

import numpy as np


def shared_covariance(X0, X1):
    centred = np.vstack([X0, X1]) - np.mean(X0, axis=0)
    return centred.T @ centred / len(centred)
