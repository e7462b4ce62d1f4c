"""This is 1 / (1 − exp(−z)): above 1 for z above 0, and negative below. Which sign stands between
1 and exp in the formula?

A plus: 1 / (1 + exp(-z)).
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 - np.exp(-z))
