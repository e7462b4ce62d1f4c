"""These are the values with 0 as the positive class. Which class is asked about?

1 is positive: a hit is where both are 1.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    y_true, y_pred = 1 - y_true, 1 - y_pred
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    precision = tp / max(tp + fp, 1)
    recall = tp / max(tp + fn, 1)
    f1 = 2 * precision * recall / (precision + recall) if tp else 0.0
    return precision, recall, f1
