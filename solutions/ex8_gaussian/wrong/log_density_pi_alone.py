"""You have ln π where ln 2π is asked. How large is the area under exp(−x²/2)?

√(2π): the term is D ln 2π, `np.log(2 * np.pi)`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return -0.5 * (D * np.log(np.pi) + logdet + q)
