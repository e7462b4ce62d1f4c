"""Your w is right; the logarithm in your b is that of n₀/n₁. Should more samples of class 1 make it
more probable, or less?

More: ln(n₁/n₀) is added, which is −ln(n₀/n₁).
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return w, (q0 - q1) / 2 + np.log(n0 / n1)
