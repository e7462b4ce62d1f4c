"""Your results are whole numbers where the data are. Which dtype has the array that you write into?

One of integers, which cuts off what you write into it: `np.zeros_like(X_train)` and
`X_train.copy()` have the dtype of X_train. Let `(X_train - mean) / std` make a new array, or ask
for `np.zeros(X_train.shape)`.
"""

import numpy as np


def standardise(X_train, X_test):
    m = X_train.mean(0)
    s = X_train.std(0)
    s[s == 0] = 1
    a = np.zeros_like(X_train)
    b = np.zeros_like(X_test)
    a[:] = (X_train - m) / s
    b[:] = (X_test - m) / s
    return (a, b)
