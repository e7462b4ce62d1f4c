"""This is the root of the mean square, the RMSE. It is as large as the mean of the sizes only
when all residuals are of one size. Where is the mean in the formula?

Take the size of each residual, with `np.abs`, and then the mean. There is no square and no root.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.sqrt(np.mean((X @ w + b - y) ** 2))
