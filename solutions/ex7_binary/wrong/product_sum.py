"""You return x1 + x2. Can a sum tell the point (1, 1) from the point (3, -1)?

Multiply the two: x1 · x2.
"""

import numpy as np


def product(X):
    return np.sum(X, axis=1, keepdims=True)
