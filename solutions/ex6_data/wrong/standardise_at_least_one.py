"""Columns with a deviation below 1 are divided by 1. For which deviation alone does that hold?

For 0 alone. `np.maximum(std, 1)`, or `std < 1`, changes all that are smaller than 1: ask for `std
== 0`.
"""

import numpy as np


def standardise(X_train, X_test):
    m = X_train.mean(0)
    s = np.maximum(X_train.std(0), 1)
    return ((X_train - m) / s, (X_test - m) / s)
