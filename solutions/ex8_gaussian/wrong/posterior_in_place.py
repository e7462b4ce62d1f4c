"""These are the values of a second call, after the first has changed the array that it was given.
Which statement of yours writes into X?

`X -= mu0` changes the caller's array; `X - mu0` makes a new one.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    X -= mu0
    l0, l1 = log_density(X, mu0 - mu0, Sigma), log_density(X, mu1 - mu0, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    return np.exp(-np.logaddexp(0, -z))
