"""w is right; your b is +½ (μ₀ + μ₁)·w, the value of X w in the middle of both means. Which number
makes X w + b equal to 0 there?

Minus that; and the sizes of the classes are missing: b = −½ (μ₀ + μ₁)·w + ln(n₁/n₀).
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    return w, w @ (mu0 + mu1) / 2
