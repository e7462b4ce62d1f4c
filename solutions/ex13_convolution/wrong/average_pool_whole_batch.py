"""You take one mean over all images. Has each image a mean of its own?

Yes. Take it over the window's rows and columns, the axes 1 and 2, and leave axis 0 alone.
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
            Y[:, i, j] = window.mean(axis=(0, 1, 2))
    return Y
