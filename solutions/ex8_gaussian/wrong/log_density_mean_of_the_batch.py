"""You take the mean of X away, not `mu`. What does your value of a sample depend on?

On whatever else is in the batch. The bell's mean is an argument: `X - mu`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    Z = X - X.mean(axis=0)
    q = np.sum(Z @ np.linalg.inv(Sigma) * Z, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.log(np.linalg.det(Sigma)) + q)
