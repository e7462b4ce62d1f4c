"""This is ln(1 + exp(z)), which grows without end. Between which numbers does a probability lie?

Between 0 and 1: the sigmoid is 1 / (1 + exp(-z)). What you return is the function whose slope it
is.
"""

import numpy as np


def sigmoid(z):
    return np.logaddexp(0, z)
