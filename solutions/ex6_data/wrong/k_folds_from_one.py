"""Your indices go from 1 to n. What is `X[n]`, where there are n rows?

An IndexError; and row 0 is in no fold. Indices go from 0 to n - 1.
"""

import numpy as np


def k_folds(n, k, rng):
    order = 1 + rng.permutation(n)
    return [(np.setdiff1d(order, part), part) for part in np.array_split(order, k)]
