"""With "same" you put zeros around the channels, too, so each channel of the image meets another
one's kernel. Which axes have neighbours in space?

Rows and columns, the axes 1 and 2. `np.pad` takes a pair for each axis: (0, 0) for images and
for channels.
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
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (1, 1)))
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = X[:, y : y + kh, x : x + kw, :channels]
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y
