"""The residuals lose their sign before they meet x. What does the sign of a residual say?

On which side of y the prediction is, and so where w and b must go. Take the residuals as they are,
without `np.abs`.
"""

import numpy as np


def gradient(X, y, w, b):
    r = np.abs(X @ w + b - y)
    return 2 * X.T @ r / len(y), 2 * r.mean()
