"""Your rows and columns have moved by one: class 0 stands last. Where do the ids begin?

At 0: use them as they are, without − 1 (the index −1 is the last).
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    for t, p in zip(y_true, y_pred):
        table[t - 1, p - 1] += 1
    return table
