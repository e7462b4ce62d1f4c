"""Your loss is that of sigmoid(p), not of p. What has been done to p before it came here?

The first argument is a probability already. Leave the sigmoid out, and use p as it is.
"""

import numpy as np


def binary_cross_entropy(p, y):
    q = 1 / (1 + np.exp(-p))
    return -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
