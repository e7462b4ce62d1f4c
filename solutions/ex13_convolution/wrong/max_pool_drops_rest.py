"""You have as many windows as blocks of `size` fit, H // size, though they move by the stride.
How many windows of 2 fit into 4 numbers with a stride of 1?

Three. Count with size *and* stride: floor((H − size) / stride) + 1, which is what `output_size`
gives.
"""

import numpy as np


def max_pool(X, size, stride):
    n, height, width, channels = X.shape
    oh = height // size
    ow = width // size
    Y = np.zeros((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            window = X[:, i * stride : i * stride + size, j * stride : j * stride + size]
            Y[:, i, j] = window.max(axis=(1, 2))
    return Y
