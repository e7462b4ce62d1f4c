"""These are the odds, P(1 | x)/P(0 | x), which can be above 1. By what is the part of class 1
divided?

By the whole, both classes together: odds/(1 + odds), or 1/(1 + exp(−z)) where z is the logarithm of
the odds.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    with np.errstate(all="ignore"):
        return np.exp(z)
