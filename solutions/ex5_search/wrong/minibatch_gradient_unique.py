"""An index that stands twice counts once. How often was that sample drawn?

Twice, and so it counts twice: take `X[indices]` as it is, without `set` or `np.unique`, and
divide by `len(indices)`.
"""

import numpy as np


def minibatch_gradient(X, y, w, b, indices):
    indices = np.unique(indices)
    rows = X[indices]
    residuals = rows @ w + b - y[indices]
    return 2 * rows.T @ residuals / len(indices), 2 * residuals.mean()
