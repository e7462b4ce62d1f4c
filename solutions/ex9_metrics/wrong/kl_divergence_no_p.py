"""These are the sums of ln(p/q) alone. How often does each i occur?

With the probability p: each logarithm is multiplied by its pᵢ before the sum.
"""

import numpy as np


def kl_divergence(p, q):
    s = p > 0
    return np.sum(np.log(p[s] / q[s]))
