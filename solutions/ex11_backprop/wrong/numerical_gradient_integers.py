"""Your result has whole numbers only: what stands behind the point is lost. Into which array do you
write?

Into one of ints. `np.zeros` without a dtype makes floats, and so does `np.zeros_like` of an array
of floats.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes = np.zeros(x.shape, dtype=int)
    for place in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[place] = h
        slopes[place] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes
