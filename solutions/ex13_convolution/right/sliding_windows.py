import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def output_size(n, k, s, padding):
    return len(range(0, n if padding == "same" else n - k + 1, s))


def missing(n, k, s):
    """How many zeros an axis of n numbers needs, before and behind."""
    total = max((output_size(n, k, s, "same") - 1) * s + k - n, 0)
    return total // 2, (total + 1) // 2


def views(X, kh, kw, s):
    return sliding_window_view(X, (kh, kw), axis=(1, 2))[:, ::s, ::s]  # n i j c u v


def convolve(X, W, b, stride, padding):
    kh, kw = W.shape[:2]
    if padding == "same":
        X = np.pad(X, ((0, 0), missing(X.shape[1], kh, stride), missing(X.shape[2], kw, stride), (0, 0)))
    return np.einsum("nijcuv,uvcf->nijf", views(X, kh, kw, stride), W, optimize=True) + b


def max_pool(X, size, stride):
    return views(X, size, size, stride).max((-2, -1))


def average_pool(X, size, stride):
    return np.einsum("nijcuv->nijc", views(X, size, size, stride)) / size**2


def convolve_gradients(dY, X, W):
    kh, kw = W.shape[:2]
    around = np.pad(dY, ((0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0)))
    dX = np.einsum("nijfuv,uvcf->nijc", views(around, kh, kw, 1), W[::-1, ::-1])
    dW = np.einsum("nijcuv,nijf->uvcf", views(X, kh, kw, 1), dY)
    db = np.einsum("nijf->f", dY)
    return dX, dW, db
