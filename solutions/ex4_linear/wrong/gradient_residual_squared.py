"""The residuals are squared before they meet x. What is the derivative of r²?

It is 2r times the derivative of r: the square is gone, and the 2 is what it left. Take the
residuals as they are.
"""

import numpy as np


def gradient(X, y, w, b):
    r = (X @ w + b - y) ** 2
    n = len(y)
    return 2 / n * X.T @ r, 2 / n * np.sum(r)
