"""Your loss is 1.44 times too large, everywhere. Of which base is your logarithm?

That is the factor between the logarithms of base 2 and of base e. ln is `np.log`, not `np.log2`.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(np.log2(np.where(y == 1, p, 1 - p)))
