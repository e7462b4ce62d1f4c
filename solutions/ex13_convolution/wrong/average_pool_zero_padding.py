"""You pad with zeros, so there are windows that reach beyond the image, with zeros in their
means. Is anything padded here?

No, pooling is "valid": a rest that fills no window is left out.
"""

import numpy as np


def average_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = -(-(height - size) // stride) + 1
    ow = -(-(width - size) // stride) + 1
    X = np.pad(X, ((0, 0), (0, size + stride), (0, size + stride), (0, 0)))
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.mean(axis=(1, 2))
    return Y
