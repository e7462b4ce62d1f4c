"""These are the probabilities of class 0. Which class stands in the numerator?

Class 1: P(1 | x) is 1 minus what you return.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    return np.exp(-np.logaddexp(0, z))
