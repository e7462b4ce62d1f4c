"""Your relu passes on dA times z, where z is positive. What is the slope of relu there?

1, and not z: z is its value. Multiply by a mask of ones and zeros.
"""

import numpy as np


def activation_backward(kind, dA, z):
    s = 1 / (1 + np.exp(-z))
    slope = {"relu": np.maximum(z, 0), "sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2}
    return dA * slope[kind]
