"""You divide ln p by ln q. Is the logarithm of a quotient the quotient of the logarithms?

It is their difference: ln(p/q) = ln p − ln q.
"""

import numpy as np


def kl_divergence(p, q):
    m = p > 0
    return np.sum(p[m] * np.log(p[m]) / np.log(q[m]))
