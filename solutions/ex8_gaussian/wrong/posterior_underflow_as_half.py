"""Your probabilities are right near the means, and ½ wherever both are far away. Is far away never
nearer to one of them?

Both densities are 0 there in a computer, and ½ was put in the place of 0/0. Their logarithms still
differ: the answer is the sigmoid of class 1's log density minus class 0's, plus ln n₁ − ln n₀.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    p0, p1 = n0 * np.exp(l0), n1 * np.exp(l1)
    with np.errstate(all="ignore"):
        return np.where(p0 + p1 > 0, p1 / (p0 + p1), 0.5)
