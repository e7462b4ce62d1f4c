"""You take Σ for the deviations: it stands there squared. What are the numbers on the diagonal of a
covariance?

Variances, that is squares already. Use Σ⁻¹ and det Σ as they are.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    square = Sigma @ Sigma
    q = np.sum(centred @ np.linalg.inv(square) * centred, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.linalg.slogdet(square)[1] + q)
