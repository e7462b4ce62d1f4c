"""All is right but the F1 of the weighted mean: it is made of the weighted precision and recall. Of
what is it the mean?

Of the F1s of the classes, each with its support as weight.
"""

import numpy as np


def classification_report(y_true, y_pred, classes):
    support = np.array([np.sum(y_true == c) for c in range(classes)])
    each = np.array([precision_recall_f1(y_true == c, y_pred == c) for c in range(classes)])
    macro = np.mean(each, axis=0)
    weighted = support @ each / len(y_true)
    n = len(y_true)
    p, r, _ = weighted
    weighted = p, r, 2 * p * r / (p + r) if p + r else 0.0
    values = np.vstack([each, macro, weighted])
    return np.column_stack([values, [*support, n, n]])
