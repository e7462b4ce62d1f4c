"""All columns are the highest power. What should the first column be?

x itself, then x², and so on: the exponent is another in each column. If you collect the columns in
a list and use `p *= x`: that changes the array itself, and each entry of the list is this one
array. Make a new one, `p = p * x`, or append `p.copy()`.
"""

import numpy as np


def polynomial_features(x, degree):
    p = np.ones(len(x))
    columns = []
    for _ in range(degree):
        p *= x
        columns.append(p)
    return np.column_stack(columns)
