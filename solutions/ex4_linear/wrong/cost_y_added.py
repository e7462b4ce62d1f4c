"""y is added to the predictions. How large should the cost be when every prediction is right?

A residual is the difference: x · w + b − y.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean((X @ w + b + y) ** 2)
