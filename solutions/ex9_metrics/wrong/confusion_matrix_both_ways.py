"""Each mistake is counted twice, once on each side of the diagonal. Is a 3 that is taken for a 5
the same as a 5 that is taken for a 3?

No: count each sample once, in the row of its true class.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    for t, p in zip(y_true, y_pred):
        table[t, p] += 1
        table[p, t] += t != p
    return table
