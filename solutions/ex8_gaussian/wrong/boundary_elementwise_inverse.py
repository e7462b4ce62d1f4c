"""Your w is made with 1/Σ, each number of the matrix for itself. Is that the inverse of a matrix?

Only for D = 1. `np.linalg.inv(Sigma)` is the inverse; `np.linalg.solve(Sigma, ...)` does without
it.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    with np.errstate(all="ignore"):
        w = (1 / Sigma) @ (mu1 - mu0)
        return w, -w @ (mu0 + mu1) / 2 + np.log(n1 / n0)
