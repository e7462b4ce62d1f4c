"""This is what a second call gives, after the first has taken the mean away from the array that it
was given. Which statement of yours writes into X?

`X -= mu` changes the caller's array; `centred = X - mu` makes a new one.
"""

import numpy as np


def mean_and_covariance(X):
    mu = np.mean(X, axis=0)
    X -= mu
    return mu, X.T @ X / len(X)
