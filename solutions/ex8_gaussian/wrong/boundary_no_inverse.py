"""Your w is μ₁ − μ₀, and your b goes with it: Σ makes no difference. Is the border of two slanting
bells square to the line between their means?

Only if the bells are round. w = Σ⁻¹(μ₁ − μ₀), for which there is `np.linalg.solve`, and b with Σ⁻¹
as well.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    return mu1 - mu0, (mu0 @ mu0 - mu1 @ mu1) / 2 + np.log(n1 / n0)
