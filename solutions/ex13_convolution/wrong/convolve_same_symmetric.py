"""With "same" your odd zero stands above and on the left, where the kernel is even: with k // 2
zeros on both sides, or the larger half first, the first window begins too early. How many zeros
does a kernel of 2 need, and where?

One, at the end. First find out how many are missing in all: with stride 1 that is k − 1, in
general max((⌈n/s⌉ − 1) · s + k − n, 0). Then put half of them first, rounded down, and the rest
at the end.
"""

import numpy as np


def convolve(X, W, b, stride, padding):
    n, height, width, channels = X.shape
    kh, kw, _, filters = W.shape
    oh = output_size(height, kh, stride, padding)
    ow = output_size(width, kw, stride, padding)
    if padding == "same":
        top, left = kh // 2, kw // 2
        X = np.pad(X, ((0, 0), (top, top), (left, left), (0, 0)))
    Y = np.zeros((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            window = X[:, y : y + kh, x : x + kw]
            Y[:, i, j] = np.tensordot(window, W, axes=3) + b
    return Y
