"""You return a vector, a number for each class. How many things can a sample of one class be taken
for?

For each of the C classes: a matrix (C, C) is asked.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    return np.bincount(y_true[y_true == y_pred], minlength=classes)
