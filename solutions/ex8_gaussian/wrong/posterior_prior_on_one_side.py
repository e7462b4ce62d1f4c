"""Class 1 has its prior P(1) in yours, class 0 has none. What does class 0 stand with?

With P(0) = n₀/(n₀ + n₁): what is compared is P(x | 1)P(1) and P(x | 0)P(0).
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma) + np.log(n1 / (n0 + n1))
    return np.exp(l1 - np.logaddexp(l0, l1))
