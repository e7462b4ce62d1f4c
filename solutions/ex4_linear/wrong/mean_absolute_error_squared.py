"""These are the residuals squared, which is `cost`. What stands between the bars in the formula?

The residual itself: `np.abs(...)` of it, without a square.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.mean((X @ w + b - y) ** 2)
