"""You round the means down. Is a mean a whole number?

Seldom. `//` rounds down, and an array of ints cuts off what stands behind the point: divide by
`/` and keep floats.
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
            Y[:, i, j] = window.sum(axis=(1, 2)) // size**2
    return Y
