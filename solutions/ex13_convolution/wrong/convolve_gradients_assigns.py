"""In dX the windows overwrite one another: a number that is in several windows keeps what the
last of them gives. Of how many results is it a part?

Of one for each window that covers it. What all of these give is added up: begin with zeros and
use `+=`.
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
            dX[:, i : i + kh, j : j + kw] = np.einsum("nf,uvcf->nuvc", g, W)
            dW += np.einsum("nf,nuvc->uvcf", g, window)
    return dX, dW, db
