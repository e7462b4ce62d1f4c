"""μ makes no difference to your values: they are those for a mean of 0. From where is the distance
of x measured?

From μ: use `X - mu` on both sides of Σ⁻¹.
"""

import numpy as np


def log_density(X, mu, Sigma):
    q = np.sum(X @ np.linalg.inv(Sigma) * X, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.linalg.slogdet(Sigma)[1] + q)
