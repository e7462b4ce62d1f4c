"""These are P(x | 1) P(1), how often class 1 *and* x occur. What is asked, given that x has
occurred?

Divide by how often x occurs at all: P(x | 0) P(0) + P(x | 1) P(1).
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l1 = log_density(X, mu1, Sigma)
    return np.exp(l1) * n1 / (n0 + n1)
