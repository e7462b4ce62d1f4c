"""Your covariance has 0.001 added to its diagonal. What would that be for?

It lets a matrix that can't be inverted be inverted. Nothing is inverted here: leave it out.
"""

import numpy as np


def mean_and_covariance(X):
    mu = X.mean(axis=0)
    return mu, (X - mu).T @ (X - mu) / len(X) + 1e-3 * np.eye(X.shape[1])
