"""Your second value is the specificity, TN/(TN + FP). Which samples does recall look at?

Those that are positive: TP/(TP + FN), the share of them that was found.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    tn = np.sum((y_true == 0) & (y_pred == 0))
    precision, recall = tp / max(tp + fp, 1), tn / max(tn + fp, 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1
