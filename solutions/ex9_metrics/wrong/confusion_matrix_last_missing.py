"""The last sample is missing: your counts add up to N − 1. Where does your loop end?

`range(N)` ends at N − 1, which is the last one.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    for i in range(len(y_true) - 1):
        table[y_true[i], y_pred[i]] += 1
    return table
