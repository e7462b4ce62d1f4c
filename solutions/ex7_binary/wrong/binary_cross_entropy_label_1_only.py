"""This is the mean over the samples of label 1; those of label 0 are left out. Should it not cost
to call one of these a 1?

Each of the N samples has its loss: −ln p where the label is 1, and −ln(1 − p) where it is 0. The
mean is over all of them.
"""

import numpy as np


def binary_cross_entropy(p, y):
    return -np.mean(np.log(p[y == 1]))
