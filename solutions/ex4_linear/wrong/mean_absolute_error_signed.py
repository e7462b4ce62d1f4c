"""The residuals keep their signs, so those above and those below cancel. Can a mean error be
negative?

Take the size of each residual first, with `np.abs`, and then the mean.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.mean(X @ w + b - y)
