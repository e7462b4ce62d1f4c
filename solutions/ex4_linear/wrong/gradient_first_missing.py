"""The first sample is missing from both sums. Where does your loop begin?

Python counts from 0: `range(1, n)` leaves out sample 0. Use `range(n)`.
"""

import numpy as np


def gradient(X, y, w, b):
    n = len(y)
    dw, db = np.zeros(len(w)), 0.0
    for i in range(1, n):
        r = X[i] @ w + b - y[i]
        dw += 2 * r * X[i]
        db += 2 * r
    return dw / n, db / n
