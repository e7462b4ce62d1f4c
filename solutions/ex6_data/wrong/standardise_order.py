"""You return the test set first. In which order are they asked?

First the training set, then the test set, as they come in.
"""

import numpy as np


def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return (X_test - mean) / std, (X_train - mean) / std
