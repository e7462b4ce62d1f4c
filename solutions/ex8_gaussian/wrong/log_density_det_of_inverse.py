"""The sign of ln det Σ is the other one, as if it were of the inverse. Is a wider bell higher or
lower?

Lower: take ½ ln det Σ away. (ln det Σ⁻¹ is −ln det Σ.)
"""

import numpy as np


def log_density(X, mu, Sigma):
    centred = X - mu
    q = np.sum(centred @ np.linalg.inv(Sigma) * centred, axis=1)
    logdet = np.log(np.linalg.det(Sigma))
    D = len(mu)
    return -0.5 * (D * np.log(2 * np.pi) - logdet + q)
