"""dW has only what the last window gives. In how many results does one number of the kernel take
part?

In all of them: the kernel lies on each window in turn. Add up over all places with `+=`.
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
            dW = np.einsum("nf,nuvc->uvcf", g, window)
    return dX, dW, db
