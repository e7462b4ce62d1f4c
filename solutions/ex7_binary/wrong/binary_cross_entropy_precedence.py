"""The second term of your loss is 1 - y ln(1 - p). Which factor should stand before the second
logarithm?

Python multiplies before it subtracts, so `1 - y * np.log(1 - p)` is not `(1 - y) * np.log(1 - p)`.
Put the parentheses.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p) + 1 - y * np.log(1 - p))
