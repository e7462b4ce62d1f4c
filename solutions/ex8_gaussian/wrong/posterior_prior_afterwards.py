"""At the end you multiply by P(1) a probability that is right for classes of equal size. Where does
the prior stand in Bayes' formula?

Beside each density, below the line too: P(x | 1)P(1) divided by P(x | 0)P(0) + P(x | 1)P(1).
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0, l1 = log_density(X, mu0, Sigma), log_density(X, mu1, Sigma)
    return np.exp(l1 - np.logaddexp(l0, l1)) * n1 / (n0 + n1)
