"""These are the logarithms of the odds: what comes before the last step. Can a probability be
negative?

Put them through the sigmoid: 1/(1 + exp(−z)).
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    return z
