"""These are the products of how often t is true and how often p is predicted. Do they say which
sample is which?

No: count the samples in which both happen together, `M[t, p] += 1` for each.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    return np.outer(np.bincount(y_true, minlength=classes), np.bincount(y_pred, minlength=classes))
