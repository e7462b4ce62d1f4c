"""Your ln det Σ is the sum of the ln of the numbers on its diagonal. For which matrices is that
right?

For triangular ones, as the Cholesky factor, or where all else is 0. For Σ itself use
`np.linalg.slogdet(Sigma)[1]`.
"""

import numpy as np


def log_density(X, mu, Sigma):
    Z = X - mu
    q = np.sum(Z @ np.linalg.inv(Sigma) * Z, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.sum(np.log(np.diag(Sigma))) + q)
