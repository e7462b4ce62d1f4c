"""Your first element is right, and later ones are not: what has x become, when the second one is
measured?

The first element still has its h added or taken away. Put the old number back before you go on to
the next.
"""

import numpy as np


def numerical_gradient(f, x, h):
    slopes = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        x[place] += h
        plus = f(x)
        x[place] -= 2 * h
        slopes[place] = (plus - f(x)) / (2 * h)
    return slopes
