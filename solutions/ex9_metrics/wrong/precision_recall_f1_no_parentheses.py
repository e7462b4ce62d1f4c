"""Your precision is 1 + FP, your recall 1 + FN. What does `tp / tp + fp` divide by?

By TP alone, and then FP is added: `/` goes before `+`. Put parentheses around the sum below the
line, in both.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    fp = np.sum((y_true == 0) & (y_pred == 1))
    fn = np.sum((y_true == 1) & (y_pred == 0))
    P = tp / tp + fp if tp else 0.0
    R = tp / tp + fn if tp else 0.0
    return P, R, 2 * P * R / (P + R) if tp else 0.0
