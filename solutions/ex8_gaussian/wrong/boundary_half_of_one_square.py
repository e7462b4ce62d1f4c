"""w is right; in your b the ½ stands before the term of μ₁ alone. What should be left of b when
both means are the same?

ln(n₁/n₀) alone: the two terms cancel, so both have the ½: −½ μ₁ᵀΣ⁻¹μ₁ + ½ μ₀ᵀΣ⁻¹μ₀.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    inverse = np.linalg.inv(Sigma)
    w = inverse @ (mu1 - mu0)
    return w, -0.5 * mu1 @ inverse @ mu1 + mu0 @ inverse @ mu0 + np.log(n1 / n0)
