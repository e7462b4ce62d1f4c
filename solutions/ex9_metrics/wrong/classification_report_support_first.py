"""Your support stands in the first column. In which order do the four numbers of a row stand?

Precision, recall, F1, and the support last.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    n = len(y_true)
    values = np.vstack([each, macro, weighted])
    return np.column_stack([[*support, n, n], values])
