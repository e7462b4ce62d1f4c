"""You take `argsort` for the ranks. What does it return?

Which sample is the smallest, which the next, and so on. The ranks are its inverse: `rank[order] =
np.arange(1, N + 1)`, with the mean rank for ties.
"""

import numpy as np


def auc(y_true, scores):
    r = np.argsort(scores) + 1
    n1 = y_true.sum()
    n0 = len(y_true) - n1
    return (r[y_true == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)
