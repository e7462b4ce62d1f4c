"""With "same" you pad the columns as the rows are padded. Is the image as wide as it is high,
and the kernel?

Not here. Work out the zeros for the width as well, from the width, kw and ow.
"""

import numpy as np


def convolve(X, W, b, stride, padding):
    n, height, width, channels = X.shape
    kh, kw, _, filters = W.shape
    oh = output_size(height, kh, stride, padding)
    ow = output_size(width, kw, stride, padding)
    if padding == "same":
        rows = max((oh - 1) * stride + kh - height, 0)
        columns = rows
        top, left = rows // 2, columns // 2
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (0, 0)))
    ow = min(ow, (X.shape[2] - kw) // stride + 1)
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = X[:, y : y + kh, x : x + kw]
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y
