"""You take one maximum over all channels. Has each channel a maximum of its own?

Yes: the result has C channels, and each comes from its own numbers. `np.max` without an axis
takes all there is.
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
            Y[:, i, j] = window.max(axis=(1, 2, 3), keepdims=True)[:, 0, 0]
    return Y
