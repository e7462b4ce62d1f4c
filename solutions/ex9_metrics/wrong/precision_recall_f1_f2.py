"""Precision and recall are right; your third number is F2, in which the recall counts more. Which β
has F1?

1: 2 P R/(P + R).
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    f2 = 5 * precision * recall / (4 * precision + recall) if tp else 0.0
    return precision, recall, f2
