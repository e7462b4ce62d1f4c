"""These are the values of the average precision: the area under another curve, of precision by
recall. What are the axes of the ROC curve?

The share of the positives that is found, over the share of the negatives that is called positive.
"""

import numpy as np


def auc(y_true, scores):
    y = y_true[np.argsort(-scores, kind="stable")]
    return np.mean((np.cumsum(y) / np.arange(1, len(y) + 1))[y == 1])
