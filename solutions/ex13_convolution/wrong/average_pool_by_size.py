"""You divide the sum of a window by `size`. How many numbers has the window?

size · size: it is as wide as it is high. 2 × 2 has four numbers.
"""

import numpy as np


def average_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.sum(axis=(1, 2)) / size
    return Y
