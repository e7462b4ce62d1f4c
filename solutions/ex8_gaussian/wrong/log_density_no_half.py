"""The half is missing before (x − μ)ᵀΣ⁻¹(x − μ); the other terms are right. What does the ½ stand
before?

It stands before the whole bracket: half of D ln 2π, of ln det Σ, and of the distance too.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return -0.5 * (D * np.log(2 * np.pi) + logdet) - q
