"""With "same" you take every s-th number of the result for stride 1, or pad k − 1 zeros whatever
the stride is. Do larger steps need as many zeros?

No. The windows together cover (⌈n/s⌉ − 1) · s + k numbers, and only what the image lacks of
these is padded. So the windows of stride 2 often begin elsewhere than those of stride 1.
"""

import numpy as np


def convolve(X, W, b, stride, padding):
    n, height, width, channels = X.shape
    kh, kw, _, filters = W.shape
    oh = output_size(height, kh, stride, padding)
    ow = output_size(width, kw, stride, padding)
    if padding == "same":
        rows = kh - 1
        columns = kw - 1
        top, left = rows // 2, columns // 2
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (0, 0)))
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = X[:, y : y + kh, x : x + kw]
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y
