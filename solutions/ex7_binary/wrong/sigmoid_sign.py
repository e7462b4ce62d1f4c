"""Your values fall where z rises: for a large z you return nearly 0. Which sign does the exponent
have?

These are the values of 1 / (1 + exp(z)). The formula has exp(-z).
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(z))
