"""This is the median of the sizes: the one in the middle, however large the others are. Which
average does the formula have?

The mean: the sum of all sizes, divided by N. That is `np.mean`.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.median(np.abs(X @ w + b - y))
