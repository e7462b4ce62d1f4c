"""Your slope of tanh is 1 − z². What is z?

What went *into* tanh. Compute t = tanh(z) from it first: the slope is 1 − t².
"""

import numpy as np


def activation_backward(kind, dA, z):
    s = 1 / (1 + np.exp(-z))
    slope = {"relu": z > 0, "sigmoid": s * (1 - s), "tanh": 1 - z**2}
    return dA * slope[kind]
