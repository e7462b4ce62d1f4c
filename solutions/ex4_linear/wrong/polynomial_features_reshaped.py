"""The shape is right, but the numbers stand in another order: first x of all samples, then x² of
all, row by row. What does `reshape` do with the order of the numbers?

It keeps it: it does not swap rows and columns. To make a column of each power, transpose with
`.T`, or stack with `axis=1`.
"""

import numpy as np


def polynomial_features(x, degree):
    return np.array([x**k for k in range(1, degree + 1)]).reshape(len(x), degree)
