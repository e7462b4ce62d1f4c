import math

import numpy as np


def output_size(size, kernel, stride, padding):
    if padding == "valid":
        return math.floor((size - kernel) / stride + 1)
    return math.ceil(size / stride)


def im2col(X, kh, kw, stride):
    N, H, W, C = X.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    rows = stride * np.arange(oh)[:, None, None, None] + np.arange(kh)[None, None, :, None]
    cols = stride * np.arange(ow)[None, :, None, None] + np.arange(kw)[None, None, None, :]
    return X[:, rows, cols].reshape(N, oh, ow, kh * kw * C)


def pad_same(X, kh, kw, stride):
    widths = [(0, 0)]
    for n, k in zip(X.shape[1:3], (kh, kw)):
        rest = n % stride or stride
        total = max(k - rest, 0)
        widths.append((total // 2, total - total // 2))
    return np.pad(X, widths + [(0, 0)], mode="constant", constant_values=0.0)


def convolve(X, W, b, stride, padding):
    kh, kw, C, F = W.shape
    if padding.lower() == "same":
        X = pad_same(X, kh, kw, stride)
    return im2col(X, kh, kw, stride) @ W.reshape(-1, F) + b


def _windows(X, size, stride):
    cols = im2col(X, size, size, stride)
    return cols.reshape(cols.shape[:3] + (size * size, X.shape[3]))


def max_pool(X, size, stride):
    return np.max(_windows(X, size, stride), axis=3)


def average_pool(X, size, stride):
    return np.mean(_windows(X, size, stride), axis=-2)


def convolve_gradients(dY, X, W):
    kh, kw, C, F = W.shape
    cols = im2col(X, kh, kw, 1).reshape(-1, kh * kw * C)
    g = dY.reshape(-1, F)
    dW = (cols.T @ g).reshape(W.shape)
    # back from columns: each number goes where it was taken from
    places = im2col(np.arange(X.size).reshape(X.shape), kh, kw, 1).ravel()
    dcols = g @ W.reshape(-1, F).T
    dX = np.bincount(places, weights=dcols.ravel(), minlength=X.size).reshape(X.shape)
    return [dX, dW, g.sum(0)]
