"""Your w is right; in your b the half stands before ln(n₁/n₀) too. Which terms come from a square?

Those with Σ⁻¹: the half is theirs alone. ln(n₁/n₀) comes whole.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return w, (q0 - q1 + np.log(n1 / n0)) / 2
