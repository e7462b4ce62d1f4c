"""Where one column is constant, you divide none of them. Which columns have a σ of 0?

Only the constant ones are divided by 1. Decide for each column by itself, as `np.where` does, and
not once for all, as `if (std == 0).any()` does.
"""

import numpy as np


def standardise(X_train, X_test):
    m = X_train.mean(0)
    s = X_train.std(0)
    if (s == 0).any():
        s = np.ones_like(s)
    return ((X_train - m) / s, (X_test - m) / s)
