"""You return two columns, (N, 2), the probabilities of both classes. Which one is asked?

That of class 1, as a vector (N,): `p[:, 1]`.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    p = np.exp(-np.logaddexp(0, -z))
    return np.stack([1 - p, p], axis=1)
