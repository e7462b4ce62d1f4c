"""Your mean and your covariance are right; X is not what it was: its mean is taken away. Which
statement of yours writes into it?

`X -= mu` changes the caller's array; `centred = X - mu` makes a new one.
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.mean(X, axis=0)
    X -= mu
    return mu, X.T @ X / len(X)
