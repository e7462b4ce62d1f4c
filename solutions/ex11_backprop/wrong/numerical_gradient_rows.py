"""Of a matrix you move a whole row at once: all elements of a row have the same slope in yours.
What does `x[i]` mean, where x has two axes?

Row i, all of it. `np.ndindex(x.shape)` gives each place as a tuple, whatever the shape; `x.flat`
counts through all elements.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape[:1]):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes
