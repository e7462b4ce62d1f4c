"""Your training set lies between 0 and 1. Is that a mean of 0 and a deviation of 1?

You subtract the smallest number and divide by the range. Subtract the mean, and divide by the
standard deviation.
"""

import numpy as np


def standardise(X_train, X_test):
    low, span = X_train.min(axis=0), np.ptp(X_train, axis=0)
    span = np.where(span == 0, 1, span)
    return (X_train - low) / span, (X_test - low) / span
