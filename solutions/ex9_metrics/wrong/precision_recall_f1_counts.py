"""You return TP, FP and FN. What is made of them?

TP/(TP + FP), TP/(TP + FN) and their harmonic mean.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    return tp, fp, fn
