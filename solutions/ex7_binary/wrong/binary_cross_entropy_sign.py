"""Your loss is negative. What sign has the logarithm of a number below 1?

The minus in front is missing: the logarithm of a probability is at most 0, and a loss is at least
0.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return np.mean(np.log(np.where(y == 1, p, 1 - p)))
