"""The weights' gradient is all but half of what it should be. If you take differences of costs:
where is w when you ask for the second one?

(cost(w + h) − cost(w)) / (2h) is about half of the derivative: the second cost must be that of w −
h. After `w[j] += h`, `w[j] -= h` only leads back to the start: subtract `2 * h`, and put w[j] back
afterwards.
"""

import numpy as np


def gradient(X, y, w, b):
    h = 1e-4
    w = w.copy()
    dw = np.zeros(len(w))
    for j in range(len(w)):
        w[j] += h
        up = cost(X, y, w, b)
        w[j] -= h
        down = cost(X, y, w, b)
        dw[j] = (up - down) / (2 * h)
    return dw, (cost(X, y, w, b + h) - cost(X, y, w, b - h)) / (2 * h)
