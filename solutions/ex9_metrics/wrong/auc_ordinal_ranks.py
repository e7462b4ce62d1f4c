"""Your values are right while no two scores are the same; samples of one score have different ranks
in yours, in the order in which they stand. Which rank has each of two samples that tie?

The mean of their ranks, so that a tie counts one half. `argsort` of `argsort` knows of no ties.
"""

import numpy as np


def auc(y_true, scores):
    ranks = np.argsort(np.argsort(scores, kind="stable"), kind="stable") + 1
    n1 = np.sum(y_true)
    n0 = len(y_true) - n1
    return (np.sum(ranks[y_true == 1]) - n1 * (n1 + 1) / 2) / (n1 * n0)
