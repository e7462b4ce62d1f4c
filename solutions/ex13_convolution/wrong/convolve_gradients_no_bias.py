"""Your db is 0. What happens to L if b[f] grows by 1?

Each number of kernel f grows by 1, so L grows by the sum of their dY. That is db[f].
"""

import numpy as np


def convolve_gradients(dY, X, W):
    n, oh, ow, filters = dY.shape
    kh, kw = W.shape[:2]
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(filters)
    for i in range(oh):
        for j in range(ow):
            g = dY[:, i, j]
            window = X[:, i : i + kh, j : j + kw]
            dX[:, i : i + kh, j : j + kw] += np.einsum("nf,uvcf->nuvc", g, W)
            dW += np.einsum("nf,nuvc->uvcf", g, window)
    return dX, dW, db
