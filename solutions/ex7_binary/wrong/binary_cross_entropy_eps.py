"""Your loss is a little too small where the label has a small probability. What do you add to p
before the logarithm?

An epsilon of 1e-5 is a hundredth of a probability of 0.001. One of 1e-7 or less is accepted. None
is needed if the logarithm is taken only of the probability that belongs to the label: `np.where`
picks p or 1 - p.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(y * np.log(p + 1e-5) + (1 - y) * np.log(1 - p + 1e-5))
