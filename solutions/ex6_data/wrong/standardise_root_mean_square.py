"""You divide by the root of the mean of the squares. What is subtracted before squaring?

The mean is: σ is the root of the mean of (x − μ)², and yours is of x². `np.std` subtracts it.
"""

import numpy as np


def standardise(X_train, X_test):
    m = X_train.mean(0)
    s = np.sqrt((X_train**2).mean(0))
    s[s == 0] = 1
    return ((X_train - m) / s, (X_test - m) / s)
