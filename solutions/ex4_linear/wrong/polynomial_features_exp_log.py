"""The powers of numbers above 0 are right, and those of the others are NaN. What is the logarithm
of a negative number?

It has none that is real. A power needs no logarithm, and its exponent here is a whole number: `x
** k`.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.exp(np.outer(np.log(x), np.arange(1, degree + 1)))
