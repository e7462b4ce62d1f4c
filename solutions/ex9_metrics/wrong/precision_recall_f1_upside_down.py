"""Precision and recall are right; your F1 is 2 (P + R)/(P R). Is an F1 ever above 1?

No: the product stands above the line, 2 P R/(P + R).
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    hits = np.sum((y_true == 1) & (y_pred == 1))
    precision, recall = hits / max(np.sum(y_pred), 1), hits / max(np.sum(y_true), 1)
    f1 = 2 * (precision + recall) / (precision * recall) if hits else 0.0
    return precision, recall, f1
