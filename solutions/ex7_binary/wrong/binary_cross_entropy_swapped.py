"""These are the values for the arguments in the other order: the logarithm is taken of the labels.
Which of the two is a probability?

The first argument is p, the second y. Write ln p and ln(1 - p), each times what y says.
"""

import numpy as np


def binary_cross_entropy(p, y):
    y = np.clip(y, 1e-7, 1 - 1e-7)
    return -np.mean(p * np.log(y) + (1 - p) * np.log(1 - y))
