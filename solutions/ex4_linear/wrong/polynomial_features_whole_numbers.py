"""The powers have lost what stands after the point. Where does your code turn them into whole
numbers?

`int(...)`, `.astype(int)` and an array of ints cut off each number that they get. `np.zeros((n,
degree))` without `dtype=int` holds floats.
"""

import numpy as np


def polynomial_features(x, degree):
    out = np.zeros((len(x), degree), dtype=int)
    for k in range(degree):
        out[:, k] = x ** (k + 1)
    return out
