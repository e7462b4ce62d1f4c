"""Precision and recall have changed places. Which of the two asks how much of what was *predicted*
is right?

Precision: TP/(TP + FP). Recall asks how much of what is *true* was found: TP/(TP + FN). Precision
comes first.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    precision = tp / max(tp + fp, 1)
    recall = tp / max(tp + fn, 1)
    f1 = 2 * precision * recall / (precision + recall) if tp else 0.0
    return recall, precision, f1
