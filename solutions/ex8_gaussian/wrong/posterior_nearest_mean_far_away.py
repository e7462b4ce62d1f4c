"""Near the means your probabilities are right; far away you decide by the nearer mean. Which
distance does the bell know?

The one in which Σ⁻¹ stands: a mean that is nearer by the ruler may be further for the bell, and
near the border neither is certain. Use the difference of the log densities everywhere.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    p0, p1 = n0 * np.exp(l0), n1 * np.exp(l1)
    nearer = np.linalg.norm(X - mu1, axis=1) < np.linalg.norm(X - mu0, axis=1)
    with np.errstate(all="ignore"):
        return np.where(p0 + p1 > 0, p1 / (p0 + p1), nearer)
