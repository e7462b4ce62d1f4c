"""Your test set has the largest of all floats in columns that are constant in the training set.
What does `np.nan_to_num` make of infinity?

That number; it makes 0 of 0 / 0 only. Do not divide by 0 at all: put a 1 in the place of each σ of
0 before the division, as with `np.where`.
"""

import numpy as np


def standardise(X_train, X_test):
    m = X_train.mean(0)
    s = X_train.std(0)
    with np.errstate(all="ignore"):
        return (np.nan_to_num((X_train - m) / s), np.nan_to_num((X_test - m) / s))
