"""Your loss is the sum over the samples, so it is N times too large. What does it become when there
is more data?

Take the mean: `np.mean`, or divide by N.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.sum(np.log(np.where(y == 1, p, 1 - p)))
