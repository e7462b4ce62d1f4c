"""The highest power is missing. Where does your loop end?

`range(1, degree)` ends before `degree`. Use `range(1, degree + 1)`.
"""

import numpy as np


def polynomial_features(x, degree):
    columns = np.empty((len(x), degree - 1))
    for k in range(1, degree):
        columns[:, k - 1] = x**k
    return columns
