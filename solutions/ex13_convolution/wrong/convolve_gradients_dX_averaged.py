"""Where windows overlap, your dX is the mean of what they give. Is it a sum or a mean?

A sum: a number of X that takes part in four results changes L by all four. Do not divide by how
many windows cover it.
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
            dX[:, i : i + kh, j : j + kw] += np.einsum("nf,uvcf->nuvc", g, W)
            dW += np.einsum("nf,nuvc->uvcf", g, window)
    covered = np.zeros(X.shape)
    for i in range(oh):
        for j in range(ow):
            covered[:, i : i + kh, j : j + kw] += 1
    return dX / covered, dW, db
