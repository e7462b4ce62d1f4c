"""Your precision and recall are right; your F1 is 3R. What does `2 * P * R / P + R` divide by?

By P alone, and then R is added: `/` goes before `+`. Put parentheses around the sum below the line.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    P = tp / max(np.sum(y_pred == 1), 1)
    R = tp / max(np.sum(y_true == 1), 1)
    return P, R, 2 * P * R / P + R if tp else 0.0
