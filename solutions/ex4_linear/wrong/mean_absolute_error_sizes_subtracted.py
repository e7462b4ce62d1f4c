"""The prediction and y lose their signs before they are subtracted. How far is 2 from −2?

4 apart, though both have the same size. Subtract first: `np.abs(X @ w + b - y)`.
"""

import numpy as np


def mean_absolute_error(X, y, w, b):
    return np.mean(np.abs(X @ w + b) - np.abs(y))
