"""These are the densities. What is asked of them?

Their natural logarithm, and without computing `exp` first: far from the mean that is 0.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return np.exp(-0.5 * (D * np.log(2 * np.pi) + logdet + q))
