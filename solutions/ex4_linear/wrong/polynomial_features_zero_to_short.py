"""The columns are x⁰ to x^(degree − 1): a column of ones is there, and the highest power is
missing. Where do your exponents begin and end?

`range(degree)` begins with 0 and ends before `degree`. Use `range(1, degree + 1)`.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.stack([x**k for k in range(degree)], axis=1)
