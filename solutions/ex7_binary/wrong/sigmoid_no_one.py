"""Your values grow above 1 for a positive z. What keeps a probability below 1 in the formula?

These are the values of exp(z), which is 1 / exp(-z). The 1 in the denominator is missing: 1 / (1 +
exp(-z)).
"""

import numpy as np


def sigmoid(z):
    return 1 / np.exp(-z)
