"""Each of your rows adds up to 1: the counts are divided by the number of samples of the class.
What is asked, shares or counts?

Counts, as whole numbers. Leave the division out.
"""

import numpy as np


def confusion_matrix(y_true, y_pred, classes):
    table = np.zeros((classes, classes))
    for t, p in zip(y_true, y_pred):
        table[t, p] += 1
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
