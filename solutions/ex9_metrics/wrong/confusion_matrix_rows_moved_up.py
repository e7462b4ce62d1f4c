"""A class that does not occur among the true ones has no row of its own in yours: the rows below it
have moved up. Which row is class 2's?

Row 2, whatever occurs: go through `range(classes)`, not through `np.unique`.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    ids = np.unique(y_true)
    M = np.zeros((classes, classes), dtype=int)
    for i, t in enumerate(ids):
        for p in range(classes):
            M[i, p] = np.sum((y_true == t) & (y_pred == p))
    return M
