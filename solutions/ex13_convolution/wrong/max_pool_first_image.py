"""Every image gets the result of the first one. Which axis of X counts the images?

Axis 0. Take the window from each image, and not from `X[0]` alone.
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
            Y[:, i, j] = window[0].max(axis=(0, 1))
    return Y
