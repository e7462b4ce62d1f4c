"""You take one argmax of the whole array: the place of its largest score, counted through all
rows. NumPy does so without an axis.

One prediction for each row is asked: `axis=1`.
"""

import numpy as np


def accuracy(y_hat, Y):
    return np.mean(np.argmax(y_hat) == Y.numpy())
