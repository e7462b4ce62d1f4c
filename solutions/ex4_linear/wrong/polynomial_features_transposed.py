"""There is a row for each power, of shape (degree, N). What is a row in X?

A row is a sample, a column a feature: stack the powers with `axis=1`, or transpose the result.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.array([x**k for k in range(1, degree + 1)])
