"""The term with det Σ is added in yours, without the ½. Is a wide bell a high one?

No: the wider, the lower. −½ ln det Σ, as −½ stands before all three terms.
"""

import numpy as np


def log_density(X, mu, Sigma):
    Z = X - mu
    q = np.sum(Z @ np.linalg.inv(Sigma) * Z, axis=1)
    return -0.5 * len(mu) * np.log(2 * np.pi) + np.log(np.linalg.det(Sigma)) - 0.5 * q
