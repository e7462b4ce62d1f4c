"""You divide by the largest distance from the mean. Which distance is asked?

The standard deviation: the root of the mean of the squared distances, `X_train.std(axis=0)`.
"""

import numpy as np


def standardise(X_train, X_test):
    mean = X_train.mean(axis=0)
    largest = np.abs(X_train - mean).max(axis=0)
    largest = np.where(largest == 0, 1, largest)
    return (X_train - mean) / largest, (X_test - mean) / largest
