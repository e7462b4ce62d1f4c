"""Your n₁ P(x | 1) are divided by their own sum over all samples. Which two probabilities of one
sample add up to 1?

Those of its two classes: divide by n₀ P(x | 0) + n₁ P(x | 1) of the same sample.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    L = np.stack([log_density(X, mu0, Sigma) + np.log(n0), log_density(X, mu1, Sigma) + np.log(n1)])
    E = np.exp(L - L.max())
    return (E / E.sum(axis=1, keepdims=True))[1]
