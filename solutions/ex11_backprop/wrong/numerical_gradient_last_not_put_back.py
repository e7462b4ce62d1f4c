"""Your values are right, but x is afterwards not what it was: one element is still off by h. When
is the last one put back?

Never: you put an element back when you come to the next. Do it right after its two calls of f, or
work on a copy.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes, old = np.zeros(x.shape), x.copy()
    for place in np.ndindex(x.shape):
        x[...] = old
        x[place] = old[place] + h
        plus = f(x)
        x[place] = old[place] - h
        slopes[place] = (plus - f(x)) / (2 * h)
    return slopes
