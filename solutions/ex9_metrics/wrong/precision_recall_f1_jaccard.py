"""Precision and recall are right; your F1 is TP/(TP + FP + FN). How often do the hits count in F1?

Twice, above and below the line: 2 TP/(2 TP + FP + FN).
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return precision, recall, tp / max(tp + fp + fn, 1)
