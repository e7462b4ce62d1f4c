"""Your mean and deviation are those of both sets together. May the training know of the test set?

It may not: so the test leaks into the training. Compute mean and std from X_train alone.
"""

import numpy as np


def standardise(X_train, X_test):
    both = np.concatenate([X_train, X_test])
    mean, std = both.mean(axis=0), both.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std
