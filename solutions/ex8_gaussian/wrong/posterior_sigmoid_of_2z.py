"""These are the values of the sigmoid of 2(X w + b). How is the sigmoid written with `tanh`?

(1 + tanh(z/2))/2, with half of z; or 1/(1 + exp(−z)).
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    w, b = boundary(mu0, mu1, Sigma, n0, n1)
    return (1 + np.tanh(X @ w + b)) / 2
