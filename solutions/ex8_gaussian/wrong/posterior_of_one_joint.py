"""These are s/(1 + s), where s is P(x | 1) P(1): the sigmoid of its logarithm alone. Where is class
0?

In the place of the 1: the sigmoid is of the difference of the two classes' logarithms,
ln P(x | 1) P(1) − ln P(x | 0) P(0).
"""

import numpy as np


def posterior(X, mu0, mu1, Sigma, n0, n1):
    z = log_density(X, mu1, Sigma) + np.log(n1 / (n0 + n1))
    return 1 / (1 + np.exp(-z))
