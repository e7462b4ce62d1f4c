"""μ₀ and μ₁ are swapped in your w and b, while ln(n₁/n₀) is in its place. To which side should X w
+ b grow?

To the side of class 1: w = Σ⁻¹(μ₁ − μ₀), and in b the term of μ₁ is the one with the minus.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return -w, (q1 - q0) / 2 + np.log(n1 / n0)
