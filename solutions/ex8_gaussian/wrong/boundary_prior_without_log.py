"""Your w is right; the last term of your b is n₁/n₀ itself. What is the exponent of Bayes' ratio of
sizes?

Its logarithm: `np.log(n1 / n0)`.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return w, (q0 - q1) / 2 + n1 / n0
