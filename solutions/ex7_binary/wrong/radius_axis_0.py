"""You go down the columns: two numbers, whatever the number of points is. Along which axis do the
two coordinates of a point lie?

A point is a row: reduce along `axis=1`, with `keepdims=True` for the shape (N, 1).
"""

import numpy as np


def radius(X):
    return np.sqrt(np.sum(X**2, axis=0, keepdims=True))
