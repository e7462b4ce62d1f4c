"""This is the square of the mean residual. Residuals of opposite signs cancel in it: can two
large errors be as good as none?

Square each residual first, and then take the mean of the squares.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean(X @ w + b - y) ** 2
