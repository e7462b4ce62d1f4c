"""Your loss is right, but NaN where a probability is exactly 0 or 1. What is 0 · ln 0 for a
computer?

ln 0 is minus infinity, and 0 times that is NaN, though the term should be 0. Take the logarithm
only of the probability that belongs to the label, p or 1 - p, which `np.where` picks; or keep p
away from 0 and 1 by 1e-7 or less.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
