"""Your values lie on a straight line through 1/2, and are exactly 0 and 1 outside of it. Is the
sigmoid straight anywhere?

These are the values of a "hard" sigmoid, z / 6 + 1/2 cut off at 0 and 1, which is an approximation.
Write the formula itself, with `np.exp`.
"""

import numpy as np


def sigmoid(z):
    return np.clip(z / 6 + 0.5, 0, 1)
