"""Your numbers add up to 1 over all the samples. Which two add up to 1 for one sample?

Its two classes: divide each sample's n₁ P(x | 1) by its own n₀ P(x | 0) + n₁ P(x | 1), not by a sum
over the batch.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    p = np.exp(-np.logaddexp(0, -z))
    return p / np.sum(p)
