"""You keep windows that stick out, and take the mean of what is left in them. Do they count?

No: only whole windows do, as `output_size` with "valid" counts them. Round down.
"""

import numpy as np


def average_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = -(-(height - size) // stride) + 1
    ow = -(-(width - size) // stride) + 1
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.mean(axis=(1, 2))
    return Y
