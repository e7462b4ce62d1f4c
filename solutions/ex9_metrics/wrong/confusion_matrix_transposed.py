"""Your matrix is the right one with rows and columns swapped. What stands in a row?

The samples of one *true* class: `counts[t, p] += 1`, row t for the true class, column p for the
predicted.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    for t, p in zip(y_true, y_pred):
        table[p, t] += 1
    return table
