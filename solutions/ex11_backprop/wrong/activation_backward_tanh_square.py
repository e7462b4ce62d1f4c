"""Your slope of tanh is the square of tanh(z). Is tanh flat or steep at z = 0?

It is steepest there, with the slope 1: the square is taken away from 1.
"""

import numpy as np


def activation_backward(kind, dA, z):
    s = 1 / (1 + np.exp(-z))
    slope = {"relu": z > 0, "sigmoid": s * (1 - s), "tanh": np.tanh(z) ** 2}
    return dA * slope[kind]
