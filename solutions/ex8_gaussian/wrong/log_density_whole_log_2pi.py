"""The term D ln 2π stands in yours without the ½. What is the logarithm of 1/√((2π)ᴰ)?

−½ D ln 2π: −½ stands before all three terms.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    return -len(mu) * np.log(2 * np.pi) - 0.5 * (np.log(np.linalg.det(Sigma)) + q)
