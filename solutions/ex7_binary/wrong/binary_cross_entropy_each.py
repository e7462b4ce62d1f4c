"""You return the loss of each sample, of shape (N,). How many numbers are asked?

One number for all samples: take their mean with `np.mean`.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.log(np.where(y == 1, p, 1 - p))
