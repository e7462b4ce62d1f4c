from dataclasses import dataclass
from itertools import product

import numpy as np


@dataclass(frozen=True)
class Axis:
    size: int
    kernel: int
    stride: int
    padding: str = "valid"

    @property
    def count(self):
        if self.padding == "same":
            return (self.size + self.stride - 1) // self.stride
        return (self.size - self.kernel) // self.stride + 1

    @property
    def before(self):
        if self.padding == "valid":
            return 0
        return max(self.stride * (self.count - 1) + self.kernel - self.size, 0) // 2

    def spans(self):
        """Which part of the image each window covers, and which part of the kernel lies on it."""
        for i in range(self.count):
            first = i * self.stride - self.before
            low, high = max(first, 0), min(first + self.kernel, self.size)
            yield i, slice(low, high), slice(low - first, high - first)


class Convolution:
    def __init__(self, W, b, stride=1, padding="valid"):
        self.W, self.b, self.stride, self.padding = W, b, stride, padding

    def windows(self, X):
        (_, H, width, _), (kh, kw, _, _) = X.shape, self.W.shape
        self.rows = Axis(H, kh, self.stride, self.padding)
        self.columns = Axis(width, kw, self.stride, self.padding)
        return product(self.rows.spans(), self.columns.spans())

    def forward(self, X):
        places = self.windows(X)
        Y = np.zeros((len(X), self.rows.count, self.columns.count, len(self.b)))
        Y[...] = self.b
        for (i, y, u), (j, x, v) in places:
            Y[:, i, j] += np.einsum("nyxc,yxcf->nf", X[:, y, x], self.W[u, v])
        return Y

    def backward(self, X, dY):
        self.dX, self.dW, self.db = np.zeros_like(X), np.zeros_like(self.W), 0
        for (i, y, u), (j, x, v) in self.windows(X):
            g = dY[:, i, j]
            self.dX[:, y, x] += np.einsum("nf,yxcf->nyxc", g, self.W[u, v])
            self.dW[u, v] += np.einsum("nf,nyxc->yxcf", g, X[:, y, x])
            self.db = self.db + g.sum(axis=0)
        return self.dX, self.dW, self.db


class Pooling:
    def __init__(self, size, stride):
        self.size, self.stride = size, stride

    def __call__(self, X, reduce):
        rows, columns = (Axis(n, self.size, self.stride) for n in X.shape[1:3])
        Y = [[reduce(X[:, y, x], axis=(1, 2)) for _, x, _ in columns.spans()] for _, y, _ in rows.spans()]
        return np.array(Y).transpose(2, 0, 1, 3)


def output_size(size, kernel, stride, padding):
    return Axis(size, kernel, stride, padding).count


def convolve(X, W, b, stride, padding):
    return Convolution(W, b, stride, padding).forward(X)


def max_pool(X, size, stride):
    return Pooling(size, stride)(X, np.amax)


def average_pool(X, size, stride):
    return Pooling(size, stride)(X, np.average)


def convolve_gradients(dY, X, W):
    return Convolution(W, np.zeros(W.shape[-1])).backward(X, dY)
