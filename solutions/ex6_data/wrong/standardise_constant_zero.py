"""Where a column of the training set is constant, you set the test set's to 0 as well. Has it the
same number there?

It need not have. Such a column is shifted by the training set's mean, and then divided by 1:
`np.where` can put a 1 in the place of each σ of 0.
"""

import numpy as np


def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, np.inf, std)
    return (X_train - mean) / std, (X_test - mean) / std
