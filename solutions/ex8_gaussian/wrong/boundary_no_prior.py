"""Your w is right; your b lacks ln(n₁/n₀), so that the border goes through the middle of the two
means. Which tribe should have more land, the larger or the smaller?

The larger: add `np.log(n1 / n0)` to b.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return w, (q0 - q1) / 2
