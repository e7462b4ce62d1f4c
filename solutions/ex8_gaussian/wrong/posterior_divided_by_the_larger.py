"""You divide by the larger of the two products n₀ P(x | 0) and n₁ P(x | 1): all samples of class 1
have the probability 1. By what does Bayes divide?

By their sum. The larger one may be divided away first, from both, before they are added.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = np.log(n0) + log_density(X, mu0, Sigma)
    l1 = np.log(n1) + log_density(X, mu1, Sigma)
    return np.exp(l1 - np.maximum(l0, l1))
