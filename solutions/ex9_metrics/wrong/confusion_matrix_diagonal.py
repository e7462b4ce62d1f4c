"""Only what is right is counted: off the diagonal all of yours are 0. Where do the mistakes stand?

There: a sample of class t that was taken for p counts in row t and column p, right or wrong.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    for t, p in zip(y_true, y_pred):
        table[t, p] += t == p
    return table
