"""These are twice the logarithms that are asked. What stands before the bracket?

−½: the root in the density becomes a half in its logarithm.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return -(D * np.log(2 * np.pi) + logdet + q)
