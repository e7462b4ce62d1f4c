"""The weights' part has the last sample alone in it, while the bias's has all of them. What
becomes of the earlier samples in your loop?

`=` replaces in each round what the last one left. Add instead, `dw = dw + ...`, beginning from
zeros before the loop.
"""

import numpy as np


def gradient(X, y, w, b):
    dw, db = np.zeros(len(w)), 0.0
    for i in range(len(y)):
        error = 1 / (1 + np.exp(-(X[i] @ w + b))) - y[i]
        dw = error * X[i]
        db += error
    return dw / len(y), db / len(y)
