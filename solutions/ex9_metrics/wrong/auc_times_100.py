"""Your values are per cent. Between which numbers does an area under a ROC curve lie?

Between 0 and 1: leave the 100 out.
"""

import numpy as np


def auc(y_true, scores):
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    return 100 * np.mean((d > 0) + 0.5 * (d == 0))
