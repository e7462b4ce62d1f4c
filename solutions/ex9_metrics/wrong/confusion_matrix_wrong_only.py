"""Only the mistakes are counted: on the diagonal all of yours are 0. What belongs there?

What is right: a sample of class t that was taken for t.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    for t, p in zip(y_true, y_pred):
        table[t, p] += t != p
    return table
