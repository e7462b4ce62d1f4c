"""Your loss is the mean of (p - y)². Is that the loss that is asked?

That is the squared error of exercise 4. A probability has a cross entropy: minus ln of the
probability that the label was given.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return np.mean((p - y) ** 2)
