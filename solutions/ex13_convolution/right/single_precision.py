import numpy as np

FLOAT = np.float32


def output_size(size, kernel, stride, padding):
    return np.ceil(FLOAT(size) / stride) if padding == "same" else np.floor(FLOAT(size - kernel) / stride) + 1


def sizes(X, kh, kw, stride, padding):
    return (int(output_size(n, k, stride, padding)) for n, k in zip(X.shape[1:3], (kh, kw)))


def convolve(X, W, b, stride, padding):
    X, W, b = (np.asarray(a, FLOAT) for a in (X, W, b))
    N, height, width, C = X.shape
    kh, kw, _, F = W.shape
    oh, ow = sizes(X, kh, kw, stride, padding)
    if padding == "same":
        down, across = max((oh - 1) * stride + kh - height, 0), max((ow - 1) * stride + kw - width, 0)
        padded = np.zeros((N, height + down, width + across, C), FLOAT)
        padded[:, down // 2 : down // 2 + height, across // 2 : across // 2 + width] = X
        X = padded
    Y = np.zeros((N, oh, ow, F), FLOAT)
    for f in range(F):
        for i in range(oh):
            for j in range(ow):
                window = X[:, i * stride : i * stride + kh, j * stride : j * stride + kw, :]
                Y[:, i, j, f] = np.sum(window * W[..., f], axis=(1, 2, 3)) + b[f]
    return Y


def max_pool(X, size, stride):
    X = X.astype(FLOAT)
    oh, ow = sizes(X, size, size, stride, "valid")
    Y = np.full((X.shape[0], oh, ow, X.shape[3]), -np.inf, FLOAT)
    for u in range(size):
        for v in range(size):
            np.maximum(Y, X[:, u::stride, v::stride][:, :oh, :ow], out=Y)
    return Y


def average_pool(X, size, stride):
    X = X.astype(FLOAT)
    # A mean is a convolution with equal weights, of each channel by itself.
    W = np.full((size, size, 1, 1), 1 / size**2)
    channels = [convolve(X[..., c : c + 1], W, np.zeros(1), stride, "valid") for c in range(X.shape[3])]
    return np.concatenate(channels, axis=3)


def convolve_gradients(dY, X, W):
    dY, X, W = (a.astype(FLOAT) for a in (dY, X, W))
    dX, dW = np.zeros_like(X), np.zeros_like(W)
    for n, i, j, f in np.ndindex(*dY.shape):
        window = np.s_[n, i : i + W.shape[0], j : j + W.shape[1]]
        dX[window] += dY[n, i, j, f] * W[..., f]
        dW[..., f] += dY[n, i, j, f] * X[window]
    return dX, dW, dY.sum((0, 1, 2))
