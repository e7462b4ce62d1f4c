"""Your loss grows with the probability of the label: the better the prediction, the larger it is.
Which function makes a small loss of a large probability?

These are the values with `exp` in the place of ln. Some course notes print it so. Take `np.log`,
the natural logarithm.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return np.mean(-np.exp(p) * y - np.exp(1 - p) * (1 - y))
