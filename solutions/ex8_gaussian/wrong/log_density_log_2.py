"""These are logarithms to the base 2. Which logarithm undoes exp?

The natural one: `np.log`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return -0.5 * (D * np.log(2 * np.pi) + logdet + q) / np.log(2)
