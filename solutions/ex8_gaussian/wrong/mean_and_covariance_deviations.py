"""Your second result has the shape (D,): a number for each feature. What says how two features vary
together?

A matrix (D, D) is asked: on its diagonal are the variances, which are the *squares* of the
deviations, and beside it the covariances. With Z = X − μ, the matrix product of `Z.T` and Z has all
their sums.
"""

import numpy as np


def mean_and_covariance(X):
    return np.mean(X, axis=0), np.std(X, axis=0)
