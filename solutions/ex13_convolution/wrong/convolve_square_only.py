"""You use the height for the width as well, so your result is square. Are images always square?

No, nor are kernels. Take the width from `X.shape[2]` and kw from `W.shape[1]`, and count the
windows across with these.
"""

import numpy as np


def convolve(X, W, b, stride, padding):
    n, height, width, channels = X.shape
    kh, kw, _, filters = W.shape
    oh = output_size(height, kh, stride, padding)
    ow = oh
    if padding == "same":
        rows = max((oh - 1) * stride + kh - height, 0)
        columns = max((ow - 1) * stride + kw - width, 0)
        top, left = rows // 2, columns // 2
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (0, 0)))
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = np.zeros((n, kh, kw, channels))
            part = X[:, y : y + kh, x : x + kw]
            window[:, : part.shape[1], : part.shape[2]] = part
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y
