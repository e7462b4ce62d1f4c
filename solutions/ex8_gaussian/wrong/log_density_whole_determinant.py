"""The term with det Σ stands in yours without the ½. What is the logarithm of 1/√det Σ?

−½ ln det Σ: −½ stands before all three terms.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + q) - np.log(np.linalg.det(Sigma))
