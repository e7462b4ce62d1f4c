"""You return 1 and -1. What are the two classes called here?

They are 1 and 0, as in the labels: write `p >= 0.5`, or `np.where(p >= 0.5, 1, 0)`.
"""

import numpy as np


def predict(X, w, b):
    return np.where(X @ w + b >= 0, 1, -1)
