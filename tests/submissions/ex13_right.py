"""Exercise 13 in a style of its own: lists of windows, kernels that go through the image, and a tape."""

import numpy as np
def output_size(size, kernel, stride, padding):
    if padding == 'same': kernel = 1
    return sum(1 for start in range(size) if start % stride == 0 and start + kernel <= size)
def zeros_around(size, kernel, stride):
    covered = (output_size(size, kernel, stride, 'same') - 1) * stride + kernel
    t = covered - size if covered > size else 0
    return (t // 2, t - t // 2)
def cut(X, kh, kw, stride):
    N, H, W, C = X.shape
    for i, y in enumerate(range(0, H - kh + 1, stride)):
        for j, x in enumerate(range(0, W - kw + 1, stride)):
            yield i, j, (slice(None), slice(y, y + kh), slice(x, x + kw))
def convolve(X, W, b, stride, padding):
    kh, kw, C, F = W.shape
    shape = [len(X)] + [output_size(n, k, stride, padding) for n, k in zip(X.shape[1:3], W.shape)] + [F]
    if padding == 'same':
        X = np.pad(X, [(0, 0)] + [zeros_around(n, k, stride) for n, k in zip(X.shape[1:3], (kh, kw))] + [(0, 0)])
    Y = np.zeros(shape)
    for i, j, place in cut(X, kh, kw, stride):
        for f in range(F):
            Y[:, i, j, f] = (X[place] * W[:, :, :, f]).sum(axis=(1, 2, 3)) + b[f]
    return Y
def pooled(X, size, stride, what):
    windows = [what(X[place].reshape(len(X), -1, X.shape[3])) for _, _, place in cut(X, size, size, stride)]
    oh, ow = (output_size(n, size, stride, 'valid') for n in X.shape[1:3])
    return np.stack(windows, axis=1).reshape(len(X), oh, ow, -1)
def max_pool(X, size, stride):
    return pooled(X, size, stride, lambda w: w.max(axis=1))
def average_pool(X, size, stride):
    return pooled(X, size, stride, lambda w: w.sum(axis=1) / size ** 2)
def convolve_gradients(dY, X, W):
    kh, kw, C, F = W.shape
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(F)
    tape = [(dY[:, i, j, f], place, f) for i, j, place in cut(X, kh, kw, 1) for f in range(F)]
    for g, place, f in tape:
        g = g[:, None, None, None]
        dX[place] += g * W[:, :, :, f]
        dW[:, :, :, f] += (g * X[place]).sum(axis=0)
        db[f] += g.sum()
    return dX, dW, db
