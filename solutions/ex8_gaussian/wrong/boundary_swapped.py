"""You return b first. In which order are they asked?

The weights first, then the bias: `return w, b`.
"""

import numpy as np


def boundary(mu0, mu1, Sigma, n0, n1):
    w = np.linalg.solve(Sigma, mu1 - mu0)
    q0 = mu0 @ np.linalg.solve(Sigma, mu0)
    q1 = mu1 @ np.linalg.solve(Sigma, mu1)
    return (q0 - q1) / 2 + np.log(n1 / n0), w
