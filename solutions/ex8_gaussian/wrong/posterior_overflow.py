"""Your probabilities are right near the means; far away some are NaN where 1 is asked. What is
`exp` of a large number?

Infinite, and infinite/infinite is NaN. exp(z)/(1 + exp(z)) is the same as 1/(1 + exp(−z)), and
there the infinite one gives 0.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    with np.errstate(all="ignore"):
        return np.exp(z) / (1 + np.exp(z))
