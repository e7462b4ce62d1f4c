"""Your values are (f(x + h) − f(x)) / h: from x to one side. Between which two points should the
slope be measured?

Between x − h and x + h, so that x lies in the middle: the distance is then 2h, and the error is
far smaller.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        plus = x.copy()
        plus[place] += h
        slopes[place] = (f(plus) - f(x)) / h
    return slopes
