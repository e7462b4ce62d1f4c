"""Your windows begin at i · size; only their number is that of the stride. What says how far
apart they begin?

The stride. The size says how many rows and columns a window has, and nothing else.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            y, x = min(i * size, height - size), min(j * size, width - size)
            window = X[:, y : y + size, x : x + size]
            Y[:, i, j] = window.max(axis=(1, 2))
    return Y
