"""Your columns have the deviation 1, and still a mean of their own. What comes before the division?

Subtract the training set's mean first. Mind the parentheses: `X - mean / std` divides the mean
only.
"""

import numpy as np


def standardise(X_train, X_test):
    std = X_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return X_train / std, X_test / std
