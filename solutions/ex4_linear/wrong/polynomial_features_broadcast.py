"""Each x meets one exponent alone, or NumPy says that the shapes don't fit. How many numbers
are asked, and in which shape?

Each x with each exponent, (N, degree). A column of the shape (N, 1) and exponents of the shape
(degree,) broadcast to that: `x[:, None]` makes a column of x.
"""

import numpy as np


def polynomial_features(x, degree):
    return x ** np.arange(1, degree + 1)
