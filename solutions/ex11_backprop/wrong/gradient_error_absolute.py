"""In your ratio the absolute values of the elements are added up (or averaged). What is the norm
‖a‖?

The root of the sum of the *squares* of all elements: `np.linalg.norm`.
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    size = np.sum(np.abs(a)) + np.sum(np.abs(n))
    return np.sum(np.abs(a - n)) / size if size else 0.0
