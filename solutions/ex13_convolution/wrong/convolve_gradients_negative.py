"""All your gradients have the other sign. Is this already the step downhill?

No: a gradient says how L *grows*. The minus belongs to the step that an optimizer takes.
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
    return -dX, -dW, -db
