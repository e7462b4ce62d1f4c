"""For two features your values are right, and for any other number of them D stands there as 2.
What tells you D?

The arguments: `X.shape[1]`, or `len(mu)`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    return -0.5 * (2 * np.log(2 * np.pi) + logdet + q)
