import numpy as np

# A convolution is a product of Fourier transforms. Theirs flips the kernel, so it is flipped before.


def output_size(size, kernel, stride, padding):
    full = {"valid": size - kernel + 1, "same": size}[padding]
    q, r = divmod(full, stride)
    return q + (r > 0)


def correlate(X, W):
    """All places without padding; X is (N, H, W, C) and W is (kh, kw, C, F)."""
    (_, H, width, _), (kh, kw, _, _) = X.shape, W.shape
    shape = (H + kh - 1, width + kw - 1)
    x = np.fft.rfft2(X, shape, axes=(1, 2))
    w = np.fft.rfft2(W[::-1, ::-1], shape, axes=(0, 1))
    y = np.fft.irfft2(np.einsum("nabc,abcf->nabf", x, w), shape, axes=(1, 2))
    return y[:, kh - 1 : H, kw - 1 : width]


def around(X, k, s, axis):
    n = X.shape[axis]
    lacking = s * (output_size(n, k, s, "same") - 1) + k - n
    if lacking <= 0:
        return X
    zeros = list(X.shape)
    zeros[axis] = lacking // 2
    before = np.zeros(zeros)
    zeros[axis] = lacking - lacking // 2
    return np.concatenate([before, X, np.zeros(zeros)], axis)


def convolve(X, W, b, stride, padding):
    if padding == "same":
        for axis in (1, 2):
            X = around(X, W.shape[axis - 1], stride, axis)
    return correlate(X, W)[:, ::stride, ::stride] + b


def max_pool(X, size, stride):
    # first along the height, then along the width
    for axis in (1, 2):
        starts = range(0, X.shape[axis] - size + 1, stride)
        X = np.stack([X.take(range(s, s + size), axis).max(axis) for s in starts], axis)
    return X


def average_pool(X, size, stride):
    S = np.pad(X.cumsum(1).cumsum(2), ((0, 0), (1, 0), (1, 0), (0, 0)))
    total = S[:, size:, size:] - S[:, :-size, size:] - S[:, size:, :-size] + S[:, :-size, :-size]
    return total[:, ::stride, ::stride] / size**2


def convolve_gradients(dY, X, W):
    kh, kw = W.shape[:2]
    wide = np.pad(dY, [(0, 0), (kh - 1,) * 2, (kw - 1,) * 2, (0, 0)])
    dX = correlate(wide, np.swapaxes(W[::-1, ::-1], 2, 3))
    dW = correlate(X.swapaxes(0, 3), dY.transpose(1, 2, 0, 3)).transpose(1, 2, 0, 3)
    return dX, dW, np.add.reduce(dY, (0, 1, 2))
