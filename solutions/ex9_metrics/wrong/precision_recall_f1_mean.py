"""Precision and recall are right; your F1 is their plain mean. What does that say of a classifier
that calls everything positive?

The plain mean forgives one that is bad; the harmonic mean does not: 2 P R/(P + R).
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    precision = tp / max(tp + fp, 1)
    recall = tp / max(tp + fn, 1)
    return precision, recall, (precision + recall) / 2
