"""Near the mean your values are right; far away they are −∞. What is the density there, for a
computer?

0, and ln 0 is −∞. Never compute the density itself: add the three terms of the formula, which are
logarithms already.
"""

import numpy as np


def log_density(X, mu, Sigma):
    Z = X - mu
    q = np.sum(Z @ np.linalg.inv(Sigma) * Z, axis=1)
    return np.log(np.exp(-q / 2) / np.sqrt((2 * np.pi) ** len(mu) * np.linalg.det(Sigma)))
