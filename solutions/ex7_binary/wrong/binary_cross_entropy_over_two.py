"""Your loss is half of the one that is asked. What do you divide by, beside N?

The two terms are *added*: y ln p + (1 - y) ln(1 - p). Only one of them is not 0 for a sample, so a
mean of both halves the loss.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(np.log(np.where(y == 1, p, 1 - p))) / 2
