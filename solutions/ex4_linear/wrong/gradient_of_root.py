"""This is the gradient of the cost's square root. Is there a root in the cost?

The cost is the mean of the squares, so its derivative is twice the mean of the residual times x.
"""

import numpy as np


def gradient(X, y, w, b):
    residuals = X @ w + b - y
    root = np.sqrt(np.mean(residuals**2))
    return X.T @ residuals / len(y) / root, residuals.mean() / root
