"""The squares are subtracted from one another under your root. How far from the origin is the
point (3, 3)?

It is √18, not 0: the squares are added, √(x1² + x2²).
"""

import numpy as np


def radius(X):
    return np.sqrt(np.abs(X[:, :1] ** 2 - X[:, 1:] ** 2))
