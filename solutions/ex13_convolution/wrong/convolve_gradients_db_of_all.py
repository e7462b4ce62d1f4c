"""Your db adds up the dY of all kernels. Which of them does b[f] change?

Those of kernel f alone. Sum over images, rows and columns, and keep the last axis: (F,).
"""

import numpy as np


def convolve_gradients(dY, X, W):
    n, oh, ow, filters = dY.shape
    kh, kw = W.shape[:2]
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.full(filters, dY.sum())
    for i in range(oh):
        for j in range(ow):
            g = dY[:, i, j]
            window = X[:, i : i + kh, j : j + kw]
            dX[:, i : i + kh, j : j + kw] += np.einsum("nf,uvcf->nuvc", g, W)
            dW += np.einsum("nf,nuvc->uvcf", g, window)
    return dX, dW, db
