"""You turn the kernel around, up and down and left and right. Mathematics does so; is it asked
for here?

No: as in Keras, the kernel lies on the window as it is, W[0, 0] on the top left number.
(`scipy.signal.convolve` and a product of Fourier transforms flip.)
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
            Y[:, i, j] = np.tensordot(window, W[::-1, ::-1], axes=3) + b
    return Y
