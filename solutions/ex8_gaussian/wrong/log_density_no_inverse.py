"""Your distance is (x − μ)ᵀ Σ (x − μ), with Σ itself. Where a class is wide, should a step count
more or less?

Less: Σ⁻¹ stands between. Use `np.linalg.inv(Sigma)`, or better `np.linalg.solve(Sigma, ...)`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ Sigma * centred, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.linalg.slogdet(Sigma)[1] + q)
