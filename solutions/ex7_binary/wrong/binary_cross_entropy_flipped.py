"""Your loss takes the probability of what the label does *not* say. Which term belongs to a label
of 1?

A label of 1 has ln p, and a label of 0 has ln(1 - p): y ln p + (1 - y) ln(1 - p).
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(np.log(np.where(y == 1, 1 - p, p)))
