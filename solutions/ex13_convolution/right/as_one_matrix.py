import numpy as np


def output_size(size, kernel, stride, padding):
    if padding == "same":
        kernel = 1
    return np.arange(0, size - kernel + 1, stride).size


def placed(size, kernel, stride, padding):
    """A matrix of 0 and 1, (windows, kernel, size): which number of the axis a tap meets."""
    count = output_size(size, kernel, stride, padding)
    lacking = max((count - 1) * stride + kernel - size, 0) if padding == "same" else 0
    meets = np.arange(count)[:, None] * stride + np.arange(kernel) - lacking // 2
    return (meets[..., None] == np.arange(size)) * 1.0


def convolve(X, W, b, stride, padding):
    rows = placed(X.shape[1], W.shape[0], stride, padding)
    columns = placed(X.shape[2], W.shape[1], stride, padding)
    return np.einsum("iuy,jvx,nyxc,uvcf->nijf", rows, columns, X, W, optimize=True) + b[None, None, None]


def max_pool(X, size, stride):
    meets = [placed(n, size, stride, "valid").argmax(-1) for n in X.shape[1:3]]
    return X[:, meets[0]][:, :, :, meets[1]].max(axis=2).max(axis=3)


def average_pool(X, size, stride):
    rows, columns = (placed(n, size, stride, "valid").mean(axis=1) for n in X.shape[1:3])
    return np.einsum("iy,jx,nyxc->nijc", rows, columns, X)


def convolve_gradients(dY, X, W):
    # L is linear in X, in W and in b: a step of 1 gives the gradient, without an error.
    b = np.zeros(W.shape[-1])
    def step(of, loss):
        found = np.empty(of.shape)
        for place in np.ndindex(*of.shape):
            one = np.zeros(of.shape)
            one[place] = 1
            found[place] = loss(one)
        return found
    dX = step(X, lambda one: np.sum(dY * convolve(one, W, b, 1, "valid")))
    dW = step(W, lambda one: np.sum(dY * convolve(X, one, b, 1, "valid")))
    db = step(b, lambda one: np.sum(dY * one))
    return dX, dW, db
