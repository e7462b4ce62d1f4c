"""Your curve has its corners at the thresholds 0, 0.1, 0.2 … 1 alone. Do scores lie between 0 and
1?

They need not, and two of them may lie between two thresholds. Take the scores that occur:
`np.unique(scores)[::-1]`, with (0, 0) in front.
"""

import numpy as np


def auc(y_true, scores):
    ts = np.linspace(1, 0, 11)
    tpr = np.array([0] + [np.mean(scores[y_true == 1] >= t) for t in ts] + [1])
    fpr = np.array([0] + [np.mean(scores[y_true == 0] >= t) for t in ts] + [1])
    return np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2)
