"""You multiply dA by the activation itself. What is asked on the way back?

Its *slope* at z: 1 or 0, s(1 − s), 1 − t².
"""

import numpy as np


def activation_backward(kind, dA, z):
    value = {"relu": np.maximum(z, 0), "sigmoid": 1 / (1 + np.exp(-z)), "tanh": np.tanh(z)}
    return dA * value[kind]
