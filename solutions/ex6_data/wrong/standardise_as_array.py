"""Your values are right, but the arrays that you are given are scaled afterwards, too. Whose array
do you write into?

`np.asarray` and `astype(..., copy=False)` make no copy of an array that is of floats already, so
`-=` changes the caller's. Write `X = X - mean`, or take a copy first.
"""

import numpy as np


def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    scaled = []
    for X in (X_train, X_test):
        X = np.asarray(X, dtype=float)
        X -= mean
        X /= std
        scaled.append(X)
    return scaled
