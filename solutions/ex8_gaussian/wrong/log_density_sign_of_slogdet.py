"""In the place of ln det Σ there stands 1 in yours. If you use `np.linalg.slogdet`: what does it
return first?

The sign; the logarithm comes second: `sign, logdet = np.linalg.slogdet(Sigma)`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    Z = X - mu
    q = np.sum(Z @ np.linalg.inv(Sigma) * Z, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.linalg.slogdet(Sigma)[0] + q)
