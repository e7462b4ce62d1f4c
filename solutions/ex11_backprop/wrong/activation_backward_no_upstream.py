"""Your values are the slopes alone. What has arrived from behind?

dA: by the chain rule the slope is multiplied by it, element by element.
"""

import numpy as np


def activation_backward(kind, dA, z):
    s = 1 / (1 + np.exp(-z))
    slope = {"relu": z > 0, "sigmoid": s * (1 - s), "tanh": 1 - np.tanh(z) ** 2}
    return slope[kind] * 1.0
