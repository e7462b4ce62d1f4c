"""All your elements are the same number: h was added to all elements of x at once. How many should
move?

One. For each element there are two calls of f of its own, in which all other elements are as they
were.
"""

import numpy as np


def numerical_gradient(f, x, h):
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))
