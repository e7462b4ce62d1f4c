"""You return 0 or 1, the more probable class. How sure is it?

The probability itself is asked: leave out the comparison, or the rounding, at the end.
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    l0 = log_density(X, mu0, Sigma)
    l1 = log_density(X, mu1, Sigma)
    z = l1 - l0 + np.log(n1 / n0)
    return (z >= 0).astype(float)
