"""Your mean is right; your covariance is divided by N + 1. How many samples are there?

N: divide by that. (N + 1 is what comes of an index or a counter that begins at 1.)
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.mean(X, axis=0)
    centred = X - mu
    return mu, centred.T @ centred / (len(X) + 1)
