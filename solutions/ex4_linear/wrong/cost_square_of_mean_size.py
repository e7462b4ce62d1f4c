"""This is the square of the mean size: the sizes are averaged first, and squared after that. Does
a large error count as it should?

In the formula its own square counts, so it weighs more. Square each residual first, and then take
the mean of the squares.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean(np.abs(X @ w + b - y)) ** 2
