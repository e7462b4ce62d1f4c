"""Your covariance has a row and a column for each sample. Between what should it be: samples, or
features?

It has the shape (D, D): `np.cov` takes the *rows* for the variables, and here the features are the
columns. Give it `X.T` (or `rowvar=False`).
"""

import numpy as np


def mean_and_covariance(X):
    return np.mean(X, axis=0), np.atleast_2d(np.cov(X, bias=True))
