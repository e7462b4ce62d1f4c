"""You return the number of pairs that are in the right order. What makes a share of it?

Divide by the number of all pairs of a positive and a negative, n₁ · n₀.
"""

import numpy as np


def auc(y_true, scores):
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    return np.sum((d > 0) + 0.5 * (d == 0))
