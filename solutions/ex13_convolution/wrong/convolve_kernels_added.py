"""You add up what all kernels give: one number is left of the last axis. How many pictures does
a layer of F kernels make of an image?

F of them. Each kernel W[:, :, :, f] is summed over its rows, columns and channels, and keeps its
own place f in the result.
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
        top, left = rows // 2, columns // 2
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (0, 0)))
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = X[:, y : y + kh, x : x + kw]
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y.sum(axis=3, keepdims=True)
