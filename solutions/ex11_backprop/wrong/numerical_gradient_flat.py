"""Your numbers stand in one row, (n,). Which shape has x?

Any: (), (3,), (2, 3). The result has the same; `reshape(x.shape)` brings it back, or write it to
the same place from the start.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes = []
    for place in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[place] = h
        slopes.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(slopes)
