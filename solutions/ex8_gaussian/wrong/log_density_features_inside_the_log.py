"""Where D ln 2π is asked you have ln(2πD): right for D = 1. Where does the D stand?

Before the logarithm: `D * np.log(2 * np.pi)`, a ln 2π for each feature.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    return -0.5 * (np.log(2 * np.pi * len(mu)) + logdet + q)
