"""You return |x1 + x2|, the root of the square of the sum. In which order are squares and sum
taken?

Square each coordinate first, then add, then take the root: √(x1² + x2²).
"""

import numpy as np


def radius(X):
    return np.abs(np.sum(X, axis=1, keepdims=True))
