"""Your b is right; your w is Σ⁻¹μ₁ − μ₀. Which of the two means has Σ⁻¹ before it?

Both: `@` goes before `-`, so put parentheses around the difference of the means.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    inverse = np.linalg.inv(Sigma)
    b = (mu0 @ inverse @ mu0 - mu1 @ inverse @ mu1) / 2 + np.log(n1 / n0)
    return inverse @ mu1 - mu0, b
