"""Your values are 1 + exp(-z), so they are above 1. In which order does Python divide and add?

`1 / 1 + np.exp(-z)` is (1 / 1) + exp(-z), since Python divides first. Put parentheses around the
whole denominator.
"""

import numpy as np


def sigmoid(z):
    return 1 / 1 + np.exp(-z)
