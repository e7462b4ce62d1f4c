"""You compare the mean score of the positives with each negative. How many pairs are there?

n₁ · n₀: each positive with each negative, not their mean.
"""

import numpy as np


def auc(y_true, scores):
    return np.mean(scores[y_true == 1].mean() > scores[y_true == 0])
