"""Your dX has only what the last kernel gives. To how many kernels does an image go?

To all F. What flows back from each of them is added up, `+=`.
"""

import numpy as np


def convolve_gradients(dY, X, W):
    n, oh, ow, filters = dY.shape
    kh, kw = W.shape[:2]
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), dY.sum(axis=(0, 1, 2))
    for i in range(oh):
        for j in range(ow):
            g = dY[:, i, j]
            window = X[:, i : i + kh, j : j + kw]
            dX[:, i : i + kh, j : j + kw] += np.einsum("n,uvc->nuvc", g[:, -1], W[..., -1])
            dW += np.einsum("nf,nuvc->uvcf", g, window)
    return dX, dW, db
