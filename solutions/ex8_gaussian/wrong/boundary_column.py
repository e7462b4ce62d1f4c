"""Your w is a column, (D, 1). What shape has a vector of D weights?

(D,), so that X w has a number for each sample, (N,). Leave the `reshape` or the `[:, None]` out, or
end with `w.ravel()`.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, (mu1 - mu0)[:, None])
    b = -(mu0 + mu1) @ w[:, 0] / 2 + np.log(n1 / n0)
    return w, b
