"""Your w is L⁻¹(μ₁ − μ₀), where Σ = LLᵀ: with the Cholesky factor alone. What is Σ⁻¹, written with
L?

Σ⁻¹ = L⁻ᵀL⁻¹: both are needed, one after the other. Or leave L out, and let `np.linalg.solve` have Σ
itself.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    P = np.linalg.inv(np.linalg.cholesky(Sigma))
    w = P @ (mu1 - mu0)
    return w, -0.5 * (mu0 + mu1) @ w + np.log(n1 / n0)
