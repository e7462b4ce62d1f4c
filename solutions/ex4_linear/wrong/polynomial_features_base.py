"""The columns are 1^x, 2^x, 3^x, …: x is the exponent. Which of the two is raised to the other?

The number of the column is the exponent: `x ** k`, not `k ** x`.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.stack([k**x for k in range(1, degree + 1)], axis=1)
