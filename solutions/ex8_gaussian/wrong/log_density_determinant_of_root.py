"""The term with det Σ is half of what it should be. Is the half there twice?

√det Σ in the density gives ½ ln det Σ in its logarithm, once. (With a Cholesky factor L, ln det Σ
is *twice* the sum of the ln of its diagonal.)
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return -0.5 * (D * np.log(2 * np.pi) + logdet / 2 + q)
