"""Your values are right, but x is not quite what it was: look at the last of its digits. What does
(x + h) − 2h + h give?

Each of the steps is rounded, so it does not end where it began. Keep the old number in a
variable, and write that back.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        x[place] += h
        plus = f(x)
        x[place] -= 2 * h
        minus = f(x)
        x[place] += h
        slopes[place] = (plus - minus) / (2 * h)
    return slopes
