"""Your w is right; in your b stands (μ₁ − μ₀)ᵀΣ⁻¹(μ₁ − μ₀). Is the difference of two squares the
square of the difference?

No: −½ μ₁ᵀΣ⁻¹μ₁ + ½ μ₀ᵀΣ⁻¹μ₀, each mean with itself. That is −½ (μ₁ + μ₀)·w.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    P = np.linalg.inv(Sigma)
    d = mu1 - mu0
    return P @ d, -0.5 * d @ P @ d + np.log(n1 / n0)
