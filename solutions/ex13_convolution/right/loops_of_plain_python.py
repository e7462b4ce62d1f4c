import numpy as np


def output_size(size, kernel, stride, padding):
    count = 0
    start = 0
    while start < size if padding == "same" else start + kernel <= size:
        count = count + 1
        start = start + stride
    return count


def convolve(X, W, b, stride, padding):
    N, H, Wd, C = X.shape
    kh, kw, C, F = W.shape
    oh = output_size(H, kh, stride, padding)
    ow = output_size(Wd, kw, stride, padding)
    if padding == "same":
        top = max((oh - 1) * stride + kh - H, 0) // 2
        left = max((ow - 1) * stride + kw - Wd, 0) // 2
    else:
        top = 0
        left = 0
    Y = np.zeros((N, oh, ow, F))
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                for f in range(F):
                    total = 0.0
                    for u in range(kh):
                        for v in range(kw):
                            y = i * stride + u - top
                            x = j * stride + v - left
                            # outside of the image there are zeros
                            if 0 <= y < H and 0 <= x < Wd:
                                for c in range(C):
                                    total += X[n, y, x, c] * W[u, v, c, f]
                    Y[n, i, j, f] = total + b[f]
    return Y


def pool(X, size, stride, reduce):
    N, H, W, C = X.shape
    oh = output_size(H, size, stride, "valid")
    ow = output_size(W, size, stride, "valid")
    Y = np.zeros((N, oh, ow, C))
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                for c in range(C):
                    window = []
                    for u in range(size):
                        for v in range(size):
                            window.append(X[n, i * stride + u, j * stride + v, c])
                    Y[n, i, j, c] = reduce(window)
    return Y


def max_pool(X, size, stride):
    return pool(X, size, stride, max)


def average_pool(X, size, stride):
    return pool(X, size, stride, lambda window: sum(window) / len(window))


def convolve_gradients(dY, X, W):
    N, oh, ow, F = dY.shape
    kh, kw, C, _ = W.shape
    dX = np.zeros_like(X)
    dW = np.zeros_like(W)
    db = np.zeros(F)
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                for f in range(F):
                    g = dY[n, i, j, f]
                    db[f] += g
                    for u in range(kh):
                        for v in range(kw):
                            for c in range(C):
                                dX[n, i + u, j + v, c] += g * W[u, v, c, f]
                                dW[u, v, c, f] += g * X[n, i + u, j + v, c]
    return dX, dW, db
