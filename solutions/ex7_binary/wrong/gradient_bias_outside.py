"""The bias is added after the sigmoid. What is the probability in this model?

It is sigmoid(Xw + b): the bias stands inside, or p would not stay between 0 and 1. Mind where the
brackets of the sigmoid end.
"""

import numpy as np


def gradient(X, y, w, b):
    error = 1 / (1 + np.exp(-(X @ w))) + b - y
    return X.T @ error / len(y), error.mean()
