"""Your b is right, and your w has the other sign. To which side should X w + b grow?

To the side of class 1: w = Σ⁻¹(μ₁ − μ₀), and not μ₀ − μ₁.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return -w, (q0 - q1) / 2 + np.log(n1 / n0)
