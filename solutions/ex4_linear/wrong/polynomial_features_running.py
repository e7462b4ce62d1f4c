"""The third column is x⁴, not x³: each column is the square of the one before. What does one
column need to become the next?

One more factor x: multiply the last column by x, not by itself.
"""

import numpy as np


def polynomial_features(x, degree):
    columns = [x]
    while len(columns) < degree:
        columns.append(columns[-1] * columns[-1])
    return np.stack(columns, axis=1)
