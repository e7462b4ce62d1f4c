"""This is the mean of (prediction)² − y²: each is squared on its own. What does the formula
square?

The difference of the two, and (a − b)² is not a² − b². Subtract first, in brackets, and square
after that.
"""

import numpy as np


def cost(X, y, w, b):
    return np.mean((X @ w + b) ** 2 - y**2)
