"""Precision and recall are right; your F1 is the smaller of the two. What is their harmonic mean?

2 P R/(P + R): nearer to the smaller one, and equal to it only where both are the same.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return precision, recall, min(precision, recall)
