"""Each row has the same precision, recall and F1: those of class 1. Which is the positive class of
row c?

c itself. Make it a question of 0 or 1 first: compare the true ids with c, and the predicted ones as
well, and give both to `precision_recall_f1`.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    scores = np.array([precision_recall_f1(y_true, y_pred) for _ in range(classes)])
    support = np.bincount(y_true, minlength=classes)
    n = len(y_true)
    means = [np.mean(scores, axis=0), support @ scores / n]
    return np.column_stack([np.vstack([scores, *means]), [*support, n, n]])
