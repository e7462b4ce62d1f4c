"""Your values are right, but NaN where both gradients are 0. What is 0/0 here?

0: both agree. Ask before the division whether the sum of the norms is 0 (or add a tiny number to
it, 1e-8 at the most).
"""

import numpy as np


def gradient_error(f, gradient, x, h):
    a, n = gradient(x), numerical_gradient(f, x, h)
    return np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n))
