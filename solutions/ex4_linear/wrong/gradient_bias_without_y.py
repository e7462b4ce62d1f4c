"""The bias's gradient is 2 times the mean of the predictions; that of the weights is right. What
is missing?

y: the derivative by the bias is 2 times the mean of the *residuals*, prediction minus y. Both
parts need the same r.
"""

import numpy as np


def gradient(X, y, w, b):
    r = X @ w + b
    n = len(y)
    return 2 / n * X.T @ (r - y), 2 / n * np.sum(r)
