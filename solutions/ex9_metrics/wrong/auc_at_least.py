"""Your values are right while no two scores are the same; a tie counts as a win in yours. How much
is it worth?

One half: P(higher) + ½ P(equal).
"""

import numpy as np


def auc(y_true, scores):
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    return np.mean(d >= 0)
