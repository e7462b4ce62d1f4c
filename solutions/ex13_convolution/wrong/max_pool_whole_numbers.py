"""Your values have lost what stands behind the point. What is the dtype of the array that you
fill?

An array of ints cuts off all decimals that are put into it. `np.zeros(shape)` is float64 by
itself.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.zeros((n, oh, ow, channels), dtype=int)
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.max(axis=(1, 2))
    return Y
