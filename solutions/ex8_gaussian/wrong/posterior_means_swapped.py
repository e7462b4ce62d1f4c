"""μ₀ and μ₁ are swapped, while the sizes are in their places. About which mean is the bell of class
1?

About μ₁, and its size is n₁.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l0 - l1 + np.log(n1 / n0)
    return np.exp(-np.logaddexp(0, -z))
