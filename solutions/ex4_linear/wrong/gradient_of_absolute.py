"""Each residual counts by its sign only: this is the gradient of the mean absolute error. Which
of the two errors is meant?

The gradient is that of `cost`: each residual enters with its size, times 2.
"""

import numpy as np


def gradient(X, y, w, b):
    signs = np.sign(X @ w + b - y)
    return X.T @ signs / len(y), signs.mean()
