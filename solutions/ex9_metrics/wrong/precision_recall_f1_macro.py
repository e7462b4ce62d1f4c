"""These are the means over both classes. Of which class are precision and recall asked?

Of class 1 alone.
"""

import numpy as np


def precision_recall_f1(y_true, y_pred):
    each = []
    for c in (0, 1):
        tp = np.sum((y_true == c) & (y_pred == c))
        p, r = tp / max(np.sum(y_pred == c), 1), tp / max(np.sum(y_true == c), 1)
        each.append([p, r, 2 * p * r / (p + r) if tp else 0.0])
    return tuple(np.mean(each, axis=0))
