"""The sign is the other one: these are *minus* the logarithms. Where is a bell highest?

At its mean, where the distance is 0: the further away, the smaller. Put the minus before the
bracket.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return 0.5 * (D * np.log(2 * np.pi) + logdet + q)
