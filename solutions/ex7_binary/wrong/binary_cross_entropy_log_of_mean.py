"""You take the logarithm of the mean probability. Which comes first, the logarithm or the mean?

Each sample has a loss of its own, minus ln of the probability of its label. Take the mean of these.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.log(np.mean(np.where(y == 1, p, 1 - p)))
