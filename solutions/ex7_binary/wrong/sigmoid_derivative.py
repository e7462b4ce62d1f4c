"""Your values are at most 1/4, and fall again for a large z. Of which function are they?

These are s(1 - s), the derivative of the sigmoid s. Return s itself.
"""

import numpy as np


def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)
