"""You take another, smaller step than the h that you are given. How do your values tell?

With a large h the central difference is not the exact slope: x³ at 1 with h = 0.1 gives 3.01. Use
the argument.
"""

import numpy as np


def numerical_gradient(f, x, h):
    h = 1e-5
    slopes = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[place] = h
        slopes[place] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes
