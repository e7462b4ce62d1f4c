"""You pad whatever `padding` says: your result has the size of "same" for "valid", too. Where do
you ask for it?

Pad only where `padding` is "same". With "valid" the windows stay inside of the image, and there
are fewer of them.
"""

import numpy as np


def convolve(X, W, b, stride, padding):
    n, height, width, channels = X.shape
    kh, kw, _, filters = W.shape
    oh = output_size(height, kh, stride, "same")
    ow = output_size(width, kw, stride, "same")
    if padding:
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
    return Y
