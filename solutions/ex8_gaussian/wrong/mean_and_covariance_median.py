"""Your first result is the median of each feature. Are the median and the mean the same?

Only of numbers that lie evenly about their middle. Use `np.mean` along the same axis, and take that
away in the covariance too.
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.median(X, axis=0)
    return mu, (X - mu).T @ (X - mu) / len(X)
