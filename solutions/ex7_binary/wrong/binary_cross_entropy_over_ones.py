"""You divide the sum by the number of samples of label 1. Over how many samples is the mean?

Over all N, those of label 0 too: `np.mean`, or divide by `len(y)`.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.log(np.where(y == 1, p, 1 - p)).sum() / y.sum()
