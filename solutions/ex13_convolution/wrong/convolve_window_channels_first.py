"""In your rows of windows the channels stand before rows and columns, in W behind them: each
number of the window meets another's weight. In which order does `sliding_window_view` put its
axes?

The axes of the windows come last: (N, oh, ow, C, kh, kw). Move C to the end before you reshape,
or let `einsum` name the axes.
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
            Y[:, i, j] = window.transpose(0, 3, 1, 2).reshape(n, -1) @ W.reshape(-1, filters) + b
    return Y
