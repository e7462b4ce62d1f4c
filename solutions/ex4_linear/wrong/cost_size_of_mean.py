"""This is the size of the mean residual: nothing is squared, and residuals of both signs cancel.
What is done to each residual first?

It is squared, with `** 2`, before the mean is taken: the residuals 3 and −3 give (9 + 9) / 2, and
not 0.
"""

import numpy as np


def cost(X, y, w, b):
    return abs(np.mean(X @ w + b - y))
