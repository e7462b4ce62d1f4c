"""The root is taken of each residual's size. Is there a root in the formula?

There is none: √(r²) is |r| already. Take `np.abs` of each residual, and then the mean.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.mean(np.sqrt(np.abs(X @ w + b - y)))
