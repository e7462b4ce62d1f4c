"""Near the mean your values are right; far away all of yours are −690.8, the logarithm of 1e-300.
What is the density there, for a computer?

0, and whatever is put in its place, its logarithm is another. Never compute the density itself: add
the three terms of the formula, which are logarithms already.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    density = np.exp(-q / 2) / np.sqrt(np.linalg.det(2 * np.pi * Sigma))
    return np.log(density + 1e-300)
