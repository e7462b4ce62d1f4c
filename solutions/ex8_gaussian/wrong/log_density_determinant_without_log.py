"""You add det Σ itself, and not its logarithm. What becomes of a factor in a logarithm?

A term: ln(1/√det Σ) is −½ ln det Σ. Put `np.log` around the determinant, or use
`np.linalg.slogdet`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    D = len(mu)
    return -0.5 * (D * np.log(2 * np.pi) + np.linalg.det(Sigma) + q)
