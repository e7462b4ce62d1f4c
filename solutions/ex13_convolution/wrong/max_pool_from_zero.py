"""Where all numbers of a window are below 0, yours is 0. With which number does your search
begin?

With 0 (or with `sys.float_info.min`, which is the smallest *positive* float), and no negative
number is larger. Begin with the window's first number, or with `-np.inf`.
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
            Y[:, i, j] = window.max(axis=(1, 2), initial=0)
    return Y
