"""Your rows and columns are in reversed order: the last class comes first. Which row is class 0's?

Row 0, and column 0: the classes stand in their order. (Some books put the positive class of two
first.)
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    counts = np.zeros((classes, classes), dtype=int)
    np.add.at(counts, (classes - 1 - y_true, classes - 1 - y_pred), 1)
    return counts
