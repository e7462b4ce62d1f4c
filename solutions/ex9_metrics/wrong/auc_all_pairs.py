"""You divide by N(N − 1)/2, all pairs of samples. Which pairs are compared?

Those of a positive and a negative: there are n₁ · n₀.
"""

import numpy as np


def auc(y_true, scores):
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    n = len(scores)
    return np.sum((d > 0) + 0.5 * (d == 0)) / (n * (n - 1) / 2)
