"""You multiply the logarithms of the densities by the priors. What becomes of a product in a
logarithm?

A sum: ln(P(x | k) P(k)) = ln P(x | k) + ln P(k). A factor before a logarithm is a power.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma) * n0 / (n0 + n1)
    l1 = log_density(X, mu1, Sigma) * n1 / (n0 + n1)
    return np.exp(l1 - np.logaddexp(l0, l1))
