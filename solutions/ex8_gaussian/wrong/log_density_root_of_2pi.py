"""For one feature your values are right; for D of them ln 2π stands there once. How often does 2π
stand in the density of D dimensions?

D times, as (2π)ᴰ under the root: the term is D ln 2π.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    return -0.5 * (np.log(2 * np.pi) + logdet + q)
