"""You add up only the terms that are above 0. Which sign has the term where p is smaller than q?

Minus, and it counts: only the whole sum is never below 0.
"""

import numpy as np


def kl_divergence(p, q):
    some = p > q
    return np.sum(p[some] * np.log(p[some] / q[some]))
