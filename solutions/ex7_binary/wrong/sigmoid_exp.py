"""Your values are exp(-z). Which parts of the formula are still missing?

The sigmoid is 1 / (1 + exp(-z)): add 1, then take the reciprocal.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-z)
