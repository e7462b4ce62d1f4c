"""Your matrix is right while all classes occur; it has a row and a column for each class that
occurs among the *true* ones. How many classes are there?

As many as the argument says: the shape is (classes, classes), and a class that does not occur has
zeros.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    ids = np.unique(y_true)
    return np.array([[np.sum((y_true == t) & (y_pred == p)) for p in ids] for t in ids])
