"""An array of integers can't take the scaled numbers. Whose array do you write into?

`X -= mean` and `X[:] = ...` write into the array that you are given: with integers that is an
exception, and with floats it changes the caller's data. `X - mean` makes a new one.
"""

import numpy as np


def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    X_train -= mean
    X_train /= std
    X_test -= mean
    X_test /= std
    return X_train, X_test
