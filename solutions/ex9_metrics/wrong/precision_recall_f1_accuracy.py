"""Your first value is the accuracy: the share of all samples that are right. Over which samples is
precision a share?

Over those that were called positive: TP/(TP + FP).
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    recall = tp / max(tp + fn, 1)
    accuracy = np.mean(y_true == y_pred)
    f1 = 2 * accuracy * recall / (accuracy + recall) if accuracy + recall else 0.0
    return accuracy, recall, f1
