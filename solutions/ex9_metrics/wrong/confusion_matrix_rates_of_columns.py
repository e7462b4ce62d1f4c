"""Your columns add up to 1: these are shares of what was predicted. What is asked?

The counts themselves: do not divide.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    counts = np.zeros((classes, classes))
    np.add.at(counts, (y_true, y_pred), 1)
    return counts / np.maximum(np.sum(counts, axis=0), 1)
