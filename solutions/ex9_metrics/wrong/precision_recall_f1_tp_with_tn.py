"""What you count as TP are all samples that are right, the zeros that were called 0 too. Which
samples are TP?

Those that are 1 and were called 1: `(y_true == 1) & (y_pred == 1)`. Your recall counts the others
too.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum(y_true == y_pred)
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    P = tp / (tp + fp) if tp + fp else 0.0
    R = tp / (tp + fn) if tp + fn else 0.0
    return P, R, 2 * P * R / (P + R) if P + R else 0.0
