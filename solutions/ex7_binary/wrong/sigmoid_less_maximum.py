"""You subtract the largest z before you take the sigmoid. That changes nothing in a softmax. Does
it here?

It does: the largest number always becomes ½. Leave z where it is. It is enough to use exp(−z) for
positive z, and exp(z) for negative z.
"""

import numpy as np


def sigmoid(z):
    z = z - np.max(z)
    return 1 / (1 + np.exp(-z))
