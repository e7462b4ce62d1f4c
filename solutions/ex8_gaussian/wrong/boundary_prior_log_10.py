"""w is right; in your b stands log₁₀(n₁/n₀). Which logarithm is in the sigmoid?

The natural one, whose base is e as in `np.exp`: `np.log(n1 / n0)`.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    return w, -w @ (mu0 + mu1) / 2 + np.log10(n1 / n0)
