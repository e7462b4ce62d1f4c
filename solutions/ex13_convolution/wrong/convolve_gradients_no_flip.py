"""In dX the kernel lies the wrong way round. Number (u, v) of the kernel met X at (i + u, j +
v): in which direction does dY go back from there?

The other way: dX[y, x] gets dY[y − u, x − v] times W[u, v]. Written as a convolution of dY with
zeros all around it, that takes the kernel turned by 180 degrees.
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
            dX[:, i : i + kh, j : j + kw] += np.einsum("nf,uvcf->nuvc", g, W[::-1, ::-1])
            dW += np.einsum("nf,nuvc->uvcf", g, window)
    return dX, dW, db
