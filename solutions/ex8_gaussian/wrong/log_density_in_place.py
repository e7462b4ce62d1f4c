"""These are the values of a second call, after the first has taken μ away from the array that it
was given. Which statement of yours writes into X?

`X -= mu` changes the caller's array; `centred = X - mu` makes a new one.
"""

import numpy as np


def log_density(X, mu, Sigma):
    X -= mu
    q = np.sum(X @ np.linalg.inv(Sigma) * X, axis=1)
    return -0.5 * (len(mu) * np.log(2 * np.pi) + np.linalg.slogdet(Sigma)[1] + q)
