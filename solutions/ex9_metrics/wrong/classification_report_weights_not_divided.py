"""Your last row is the sum of support times value. What makes a mean of it?

Divide by the sum of the weights, which is N.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    n = len(y_true)
    weighted = support @ each
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, n, n]])
