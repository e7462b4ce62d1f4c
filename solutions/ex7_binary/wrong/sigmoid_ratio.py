"""Your sigmoid is right near 0, and NaN for large z. What is `exp(1000)` for a computer?

`exp` is infinite above 709, and infinite divided by infinite is NaN. Use a form in which `exp` gets
a number that is not positive: 1 / (1 + exp(-z)) does it for a positive z.
"""

import numpy as np


def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
