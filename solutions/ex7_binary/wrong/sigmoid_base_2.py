"""Your sigmoid is 1 / (1 + 2^(−z)). Which number does the formula raise to a power?

e, which is 2.718...: `np.exp(-z)`. `np.exp2(-z)` and `2 ** -z` are powers of 2.
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp2(-z))
