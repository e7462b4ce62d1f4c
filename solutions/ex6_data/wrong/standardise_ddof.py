"""Your deviation is a little too large: it divides by N - 1. By what is the sum of squares divided
here?

By N. That is what `np.std` does as it comes; pandas and `ddof=1` divide by N - 1.
"""

import numpy as np


def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0, ddof=1)
    std = np.where(std > 0, std, 1)
    return (X_train - mean) / std, (X_test - mean) / std
