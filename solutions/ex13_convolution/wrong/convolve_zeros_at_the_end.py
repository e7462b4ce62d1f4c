"""With "same" all your zeros stand below and on the right. Over which number of the image should
the middle of the first kernel lie, if it is 3 × 3?

Over the top left one. So half of the zeros, rounded down, come before the image.
"""

import numpy as np


def convolve(X, W, b, stride, padding):
    n, height, width, channels = X.shape
    kh, kw, _, filters = W.shape
    oh = output_size(height, kh, stride, padding)
    ow = output_size(width, kw, stride, padding)
    if padding == "same":
        rows = max((oh - 1) * stride + kh - height, 0)
        columns = max((ow - 1) * stride + kw - width, 0)
        top, left = 0, 0
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (0, 0)))
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = X[:, y : y + kh, x : x + kw]
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y
