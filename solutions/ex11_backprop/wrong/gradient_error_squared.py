"""Your ratio is one of sums of squares. What is left to be done to make a norm of such a sum?

Its root is taken, of each of the three, before they are added and divided.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    size = np.sum(a**2) + np.sum(n**2)
    return np.sum((a - n) ** 2) / size if size else 0.0
