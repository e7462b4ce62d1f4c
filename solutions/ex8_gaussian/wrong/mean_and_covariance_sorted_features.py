"""Your mean is right; for the covariance each column has been sorted by itself. Which numbers
belong together?

Those of one sample, in one row: sorting each column tears the rows apart. Leave the order as it is.
"""

import numpy as np


def mean_and_covariance(X):
    mu = X.mean(axis=0)
    Z = np.sort(X, axis=0) - mu
    return mu, Z.T @ Z / len(X)
