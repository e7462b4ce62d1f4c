"""Your w is right; the last term of your b is ln(n₁/(n₀ + n₁)). Where is the prior of class 0?

It is divided by: ln(P(1)/P(0)) = ln(n₁/n₀), in which n₀ + n₁ cancels.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return w, (q0 - q1) / 2 + np.log(n1 / (n0 + n1))
