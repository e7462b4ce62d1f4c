"""Each density has the size of the *other* class. Which of the two is n₁?

The size of class 1: it goes with the density about μ₁.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n0 / n1)
    return np.exp(-np.logaddexp(0, -z))
