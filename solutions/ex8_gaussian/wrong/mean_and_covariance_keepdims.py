"""Your mean is a row in a matrix, (1, D). What shape has one point?

(D,). Leave `keepdims=True` out, or take the row out of it at the end: `mu[0]`.
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.mean(X, axis=0, keepdims=True)
    return mu, (X - mu).T @ (X - mu) / len(X)
