"""Your table has a row for each class and no more. Which two rows follow?

The macro mean, and the mean weighted by the support.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    return np.column_stack([each, support])
