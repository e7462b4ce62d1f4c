"""You compare the true ids with c, and leave the predicted ones as they are: only where 1 was
predicted is it a hit. What is predicted in row c?

Either c or another class: `y_pred == c`, as with `y_true == c`.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    scores = np.array([precision_recall_f1(y_true == c, y_pred) for c in range(classes)])
    support = np.bincount(y_true, minlength=classes)
    n = len(y_true)
    means = [np.mean(scores, axis=0), support @ scores / n]
    return np.column_stack([np.vstack([scores, *means]), [*support, n, n]])
