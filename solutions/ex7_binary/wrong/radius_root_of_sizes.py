"""You return the root of |x1| + |x2|. What is done to x1 and x2 before they are added?

They are squared, each by itself. The root comes last.
"""

import numpy as np


def radius(X):
    return np.sqrt(np.abs(X).sum(axis=1, keepdims=True))
