"""You subtract mean / std from the numbers as they are. What does Python do first, in `X - mean /
std`?

It divides first. Put parentheses: `(X - mean) / std`.
"""

import numpy as np


def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return X_train - mean / std, X_test - mean / std
