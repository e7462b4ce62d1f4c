"""Your w has the length 1, and b is divided by the same number: the border is the right one. What
else do w and b say?

How fast the probability changes beside it: the posterior is the sigmoid of X w + b. Leave w as long
as it is.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    length = np.linalg.norm(w)
    return w / length, ((q0 - q1) / 2 + np.log(n1 / n0)) / length
