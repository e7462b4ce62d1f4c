"""What stands below the diagonal of your covariance is 0. Is the covariance of x₂ and x₁ another
than that of x₁ and x₂?

It is the same number, Σ is symmetric: set `S[j, i] = S[i, j]`, or let j begin at 0 too.
"""

import numpy as np


def mean_and_covariance(X):
    N, D = X.shape
    mu = X.mean(axis=0)
    S = np.zeros((D, D))
    for i in range(D):
        for j in range(i, D):
            S[i, j] = np.mean((X[:, i] - mu[i]) * (X[:, j] - mu[j]))
    return mu, S
