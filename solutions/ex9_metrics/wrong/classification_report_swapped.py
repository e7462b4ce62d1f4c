"""The columns of precision and recall have changed places. Which one looks at what was predicted?

Precision, which comes first: TP divided by how often the class was predicted.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    n = len(y_true)
    each = each[:, [1, 0, 2]]
    macro, weighted = macro[[1, 0, 2]], weighted[[1, 0, 2]]
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, n, n]])
