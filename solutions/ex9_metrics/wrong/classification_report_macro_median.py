"""The row of your macro mean has the medians of the classes. What is asked?

The plain mean over all C classes: `np.mean(..., axis=0)`.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.median(each, axis=0)
    weighted = support @ each / len(y_true)
    n = len(y_true)
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, n, n]])
