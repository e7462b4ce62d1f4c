"""Your matrix has a row and a column too many, of zeros. Which is the largest id of C classes?

C − 1, since ids begin at 0: the shape is (classes, classes).
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes + 1, classes + 1))
    np.add.at(table, (y_true, y_pred), 1)
    return table
