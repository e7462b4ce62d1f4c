"""With "same" all your zeros stand above and on the left. Where does the odd one of them go, and
where half of the others?

To the end. Half of all zeros, rounded down, come before the image, and the rest behind it.
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
        top, left = rows, columns
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (0, 0)))
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = X[:, y : y + kh, x : x + kw]
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y
