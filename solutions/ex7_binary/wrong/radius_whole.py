"""You return one number for all points together. How many points are there?

Without an axis, NumPy reduces the whole array. Each point has a radius of its own: `axis=1`, and
`keepdims=True` for the shape (N, 1).
"""

import numpy as np


def radius(X):
    return np.linalg.norm(X)
