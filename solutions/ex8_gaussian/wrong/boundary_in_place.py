"""These are the values of a second call, after the first has changed the means that it was given.
Which statement of yours writes into an argument?

`mu1 -= mu0` changes the caller's array; `mu1 - mu0` makes a new one.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    middle = (mu0 + mu1) / 2
    mu1 -= mu0
    w = np.linalg.solve(Sigma, mu1)
    return w, -w @ middle + np.log(n1 / n0)
