"""Your w is Σ(μ₁ − μ₀), and your b goes with it. Where the bells are wide, should a feature count
more or less?

Less: multiply with the inverse, or let `np.linalg.solve` divide by Σ.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    return Sigma @ (mu1 - mu0), (mu0 @ Sigma @ mu0 - mu1 @ Sigma @ mu1) / 2 + np.log(n1 / n0)
