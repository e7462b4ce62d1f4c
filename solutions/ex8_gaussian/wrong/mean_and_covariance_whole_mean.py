"""Your mean is one number, that of the whole array. How many means does a cloud of points in D
dimensions have?

One for each feature: give `np.mean` the axis of the samples, `axis=0`.
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.mean(X)
    return mu, (X - mu).T @ (X - mu) / len(X)
