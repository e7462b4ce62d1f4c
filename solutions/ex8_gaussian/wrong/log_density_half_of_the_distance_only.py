"""The half stands before the distance alone; D ln 2π and ln det Σ come whole. Where does the root
of the density go in its logarithm?

√((2π)ᴰ det Σ) has the logarithm ½ (D ln 2π + ln det Σ): the half belongs to all three terms.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return -D * np.log(2 * np.pi) - logdet - 0.5 * q
