"""Your mean is right; in your covariance the term of the first sample is missing, though you divide
by N. Which samples does your sum go through?

All N of them are needed: `range(N)` begins at row 0, `range(1, N)` and `X[1:]` leave that out.
"""

import numpy as np


def mean_and_covariance(X):
    N, D = X.shape
    mu = X.mean(axis=0)
    S = np.zeros((D, D))
    for i in range(1, N):
        S += np.outer(X[i] - mu, X[i] - mu)
    return mu, S / N
