"""Your windows begin at i and j; only their number is that of the stride. Where does window 1
begin with a stride of 2?

At 2: multiply i and j by the stride.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i : i + size, j : j + size]
            Y[:, i, j] = window.max(axis=(1, 2))
    return Y
