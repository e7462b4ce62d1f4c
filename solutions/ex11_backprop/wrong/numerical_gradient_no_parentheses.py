"""Only one of the two values of f is divided in yours. In which order does Python compute `a - b /
c`?

The division first. Put brackets around the difference.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[place] = h
        slopes[place] = f(x + step) - f(x - step) / (2 * h)
    return slopes
