"""Your result is square: you count the windows across with the height. Are images always square?

No. The number of windows across comes from the width, `X.shape[2]`.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = oh
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.max(axis=(1, 2), initial=-1e9)
    return Y
