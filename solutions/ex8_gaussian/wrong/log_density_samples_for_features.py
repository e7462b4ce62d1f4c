"""The term with 2π is N ln 2π in yours: it grows with the number of samples. Does the density of a
sample depend on what else is in the batch?

D is the number of features: `X.shape[1]`, or `len(mu)`; `len(X)` is N.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    return -0.5 * (len(X) * np.log(2 * np.pi) + logdet + q)
