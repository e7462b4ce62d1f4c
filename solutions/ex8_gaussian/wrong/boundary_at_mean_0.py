"""w is right; your b is −μ₀·w + ln(n₁/n₀), as if the border of two classes of equal size went
through μ₀. Where are both bells equally high?

Midway between both means: b = −½ (μ₀ + μ₁)·w + ln(n₁/n₀).
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    return w, -w @ mu0 + np.log(n1 / n0)
