"""Your table is right but for the support of its last two rows, which is 0. How many samples have
these means?

N, all of them.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, 0, 0]])
