"""These are the values with the variances alone, the diagonal of Σ. What do its other numbers say?

That the bells lie aslant. Use the inverse of the whole matrix: `np.linalg.solve(Sigma, ...)`.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    v = np.diag(Sigma)
    w = (mu1 - mu0) / v
    return w, -w @ (mu0 + mu1) / 2 + np.log(n1 / n0)
