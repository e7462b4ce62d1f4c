"""The term with ln det Σ is missing. How high is a bell that is twice as wide?

It is lower, since its area stays 1. That is what −½ ln det Σ says; `np.linalg.slogdet(Sigma)[1]` is
ln det Σ.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    D = len(mu)
    return -0.5 * (D * np.log(2 * np.pi) + q)
