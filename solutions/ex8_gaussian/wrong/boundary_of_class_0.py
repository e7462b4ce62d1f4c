"""Your w and b both have the other sign: they are those of class 0. Of which class does the sigmoid
of X w + b give the probability?

Of class 1: w = Σ⁻¹(μ₁ − μ₀), and b with the same change of the classes.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return -w, (q1 - q0) / 2 - np.log(n1 / n0)
