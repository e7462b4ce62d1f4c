"""Your windows have stride × stride numbers. How many should they have?

size × size. A window that begins at row i · stride ends `size` rows later, not where the next
one begins.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : (i + 1) * stride, j * stride : (j + 1) * stride]
            Y[:, i, j] = window.max(axis=(1, 2))
    return Y
