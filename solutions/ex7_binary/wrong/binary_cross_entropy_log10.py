"""Your loss is 2.3 times too small, everywhere. Of which base is your logarithm?

That is the factor between the logarithms of base 10 and of base e. ln is `np.log`, not `np.log10`.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(np.log10(np.where(y == 1, p, 1 - p)))
