"""Your w is right; the terms in your b are the means' plain squares, without Σ⁻¹. Does your border
go through the place where both bells are equally high?

It should: b = −½ μ₁ᵀΣ⁻¹μ₁ + ½ μ₀ᵀΣ⁻¹μ₀ + ln(n₁/n₀), which is −w·(μ₀ + μ₁)/2 + ln(n₁/n₀).
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    return w, (mu0 @ mu0 - mu1 @ mu1) / 2 + np.log(n1 / n0)
