"""Your value is the mean of the elements' own relative errors. What is asked?

One ratio for all together: first the three norms over all elements, then the division.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    size = np.abs(a) + np.abs(n)
    return np.mean(np.abs(a - n) / np.where(size > 0, size, 1))
