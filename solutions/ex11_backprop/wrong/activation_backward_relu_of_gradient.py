"""Your relu lets through what is positive in dA. Which number decides whether a relu is open?

z: where z > 0 the slope is 1, and dA passes whatever its sign; elsewhere the result is 0.
"""

import numpy as np


def activation_backward(kind, dA, z):
    s = 1 / (1 + np.exp(-z))
    slope = {"relu": dA > 0, "sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2}
    return dA * slope[kind]
