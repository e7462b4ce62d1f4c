"""This is the size of the largest error alone. Which average does the formula have?

The mean: the sum of all sizes, divided by N. That is `np.mean`.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.max(np.abs(X @ w + b - y))
