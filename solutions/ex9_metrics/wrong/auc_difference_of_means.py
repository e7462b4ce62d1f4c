"""This is the mean score of the positives minus that of the negatives. Does it stay when all scores
are multiplied by 3?

No, and the AUC does: it compares each positive with each negative, and asks only which is higher.
"""

import numpy as np


def auc(y_true, scores):
    return np.mean(scores[y_true == 1]) - np.mean(scores[y_true == 0])
