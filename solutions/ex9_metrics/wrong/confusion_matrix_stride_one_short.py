"""You number the cells as if a row had C − 1 of them. How many cells does a row have?

C: the number of the cell of t and p is t · C + p.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    C = classes
    return np.bincount(y_true * (C - 1) + y_pred, minlength=C * C)[: C * C].reshape(C, C)
