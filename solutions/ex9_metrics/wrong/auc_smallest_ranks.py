"""Your values are right while no two scores are the same; each of several samples of one score has
the smallest of their ranks in yours. Which rank has each of two samples that tie?

The mean of their ranks, so that a tie counts one half.
"""

import numpy as np


def auc(y_true, scores):
    ranks = np.searchsorted(np.sort(scores), scores) + 1
    n1 = np.sum(y_true)
    n0 = len(y_true) - n1
    return (np.sum(ranks[y_true == 1]) - n1 * (n1 + 1) / 2) / (n1 * n0)
