"""All is right but the macro F1: yours is made of the macro precision and the macro recall. Is the
F1 of the means the mean of the F1s?

No: average the F1 column of the C rows, like the other two.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    n = len(y_true)
    p, r, _ = macro
    macro = [p, r, 2 * p * r / (p + r) if p + r else 0]
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, n, n]])
