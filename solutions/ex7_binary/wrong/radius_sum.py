"""You return |x1| + |x2|. How far from the origin is the point (3, 4)?

It is 5, not 7: √(x1² + x2²). Square both, add, and take the root.
"""

import numpy as np


def radius(X):
    return np.sum(np.abs(X), axis=1, keepdims=True)
