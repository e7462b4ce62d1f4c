"""Your slope of tanh is 1 − tanh(z). What is the derivative of tanh?

1 − tanh²(z): the square is missing.
"""

import numpy as np


def activation_backward(kind, dA, z):
    s = 1 / (1 + np.exp(-z))
    slope = {"relu": z > 0, "sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z)}
    return dA * slope[kind]
