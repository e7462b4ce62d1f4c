"""Your matrix is right while the last class occurs; without it, it is too small. What tells you how
many classes there are?

The argument `classes`, not the largest id that occurs plus 1.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    size = max(np.max(y_true), np.max(y_pred)) + 1
    table = np.zeros((size, size))
    for t, p in zip(y_true, y_pred):
        table[t, p] += 1
    return table
