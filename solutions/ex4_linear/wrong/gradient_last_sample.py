"""The weights' gradient has the last sample alone in it, while the bias's has all of them. What
becomes of the earlier samples in your loop?

`=` replaces in each round what the last one left. Add instead: `dw[j] += …`, beginning from zeros
before the loop.
"""

import numpy as np


def gradient(X, y, w, b):
    n, d = X.shape
    dw = np.zeros(d)
    db = 0.0
    for i in range(n):
        r = X[i] @ w + b - y[i]
        for j in range(d):
            dw[j] = 2 * r * X[i, j]
        db += 2 * r
    return dw / n, db / n
