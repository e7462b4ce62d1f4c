"""Your precision is TP/(TP + TN). Which samples were called positive?

The hits and the *false* positives: TP/(TP + FP), which are all with `y_pred == 1`.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    tn = np.sum((y_true == 0) & (y_pred == 0))
    precision, recall = tp / max(tp + tn, 1), tp / max(tp + fn, 1)
    f1 = 2 * precision * recall / (precision + recall) if tp else 0.0
    return precision, recall, f1
