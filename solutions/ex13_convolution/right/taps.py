"""Over the numbers of the kernel, and not over the windows."""
import numpy as np


def output_size(size, kernel, stride, padding):
    used = size - 1 if padding == "same" else size - kernel
    return 1 + (used - used % stride) // stride


def taps(X, kh, kw, oh, ow, stride):
    for u in range(kh):
        for v in range(kw):
            yield u, v, X[:, u : u + (oh - 1) * stride + 1 : stride, v : v + (ow - 1) * stride + 1 : stride]


def convolve(X, W, b, stride, padding):
    N, H, Wd, C = X.shape
    kh, kw, _, F = W.shape
    oh, ow = output_size(H, kh, stride, padding), output_size(Wd, kw, stride, padding)
    ph, pw = (oh - 1) * stride + kh, (ow - 1) * stride + kw
    canvas = np.zeros((N, max(ph, H), max(pw, Wd), C))
    top, left = ((max(ph - H, 0)) // 2, (max(pw - Wd, 0)) // 2) if padding == "same" else (0, 0)
    canvas[:, top : top + H, left : left + Wd] = X
    Y = np.broadcast_to(b, (N, oh, ow, F)).copy()
    for u, v, part in taps(canvas, kh, kw, oh, ow, stride):
        Y += part @ W[u, v]
    return Y


def max_pool(X, size, stride):
    oh, ow = (output_size(n, size, stride, "valid") for n in X.shape[1:3])
    best = None
    for u, v, part in taps(X, size, size, oh, ow, stride):
        best = part if best is None else np.maximum(best, part)
    return best


def average_pool(X, size, stride):
    oh, ow = (output_size(n, size, stride, "valid") for n in X.shape[1:3])
    total = 0
    for u, v, part in taps(X, size, size, oh, ow, stride):
        total = total + part
    return total / (size * size)


def convolve_gradients(dY, X, W):
    kh, kw, C, F = W.shape
    N, oh, ow, _ = dY.shape
    dX, dW = np.zeros_like(X), np.zeros_like(W)
    for u, v, part in taps(X, kh, kw, oh, ow, 1):
        dW[u, v] = part.reshape(-1, C).T @ dY.reshape(-1, F)
    for u, v, part in taps(dX, kh, kw, oh, ow, 1):
        part += np.einsum("nijf,cf->nijc", dY, W[u, v])  # a view of dX
    return dX, dW, dY.sum(axis=(0, 1, 2))
