"""What you count as TP are the samples that are 1 or were called 1. Which samples are hits?

Those that are 1 *and* were called 1: `(y_true == 1) & (y_pred == 1)`.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    hits = np.sum((y_true == 1) | (y_pred == 1))
    precision, recall = hits / max(np.sum(y_pred), 1), hits / max(np.sum(y_true), 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1
