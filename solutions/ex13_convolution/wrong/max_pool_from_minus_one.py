"""Where all numbers of a window are below −1, yours is −1. With which number does your search
begin?

With −1, which is no number of the window. Numbers may be as far below 0 as they like: begin with
the window's first one, or with `-np.inf`.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.max(axis=(1, 2), initial=-1)
    return Y
