"""D ln 2π and ln det Σ are multiplied in yours. What becomes of a product in a logarithm?

A sum: ln((2π)ᴰ det Σ) = D ln 2π + ln det Σ.
"""

import numpy as np


def log_density(X, mu, Sigma):
    Z = X - mu
    q = np.sum(Z @ np.linalg.inv(Sigma) * Z, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) * np.log(np.linalg.det(Sigma)) + q)
