"""Your mean is right; no number of your covariance is below 0. Where x₁ is large and x₂ is small,
what sign has the product of their deviations?

Minus: leave `abs` out, the deviations keep their signs.
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.mean(X, axis=0)
    centred = np.abs(X - mu)
    return mu, centred.T @ centred / len(X)
