"""Your second result has the shape (D,): a number for each feature. What says how two features vary
together?

A matrix (D, D) is asked: on its diagonal are the variances, which are the *squares* of the
deviations, and beside it the covariances: `(X - mu).T @ (X - mu) / N`.
"""

import numpy as np


def mean_and_covariance(X):
    return np.mean(X, axis=0), np.std(X, axis=0)
