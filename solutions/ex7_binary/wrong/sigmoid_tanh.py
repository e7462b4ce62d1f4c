"""Your values lie between -1 and 1, and 0 stays 0. Between which bounds does a probability lie?

These are the values of tanh(z). The sigmoid is 1 / (1 + exp(-z)), which is also (1 + tanh(z / 2)) /
2.
"""

import numpy as np


def sigmoid(z):
    return np.tanh(z)
