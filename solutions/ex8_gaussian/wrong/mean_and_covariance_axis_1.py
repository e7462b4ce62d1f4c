"""You take the mean over axis 1, so there is one for each sample. What should be averaged: the
features of a sample, or the samples?

The samples, which are the rows: `axis=0` goes down the rows, and leaves D numbers.
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.mean(X, axis=1)
    return mu, (X - mu).T @ (X - mu) / len(X)
