"""This is the sigmoid of X w − b. What does the README say of b?

It is added: the posterior is the sigmoid of X w + b.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    w, b = boundary(mu0, mu1, Sigma, n0, n1)
    return 1 / (1 + np.exp(-(X @ w - b)))
