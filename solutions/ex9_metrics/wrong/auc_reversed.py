"""Your values are 1 minus those that are asked. Which of the two should have the higher score?

The positive one. (A sort from low to high does this as well.)
"""

import numpy as np


def auc(y_true, scores):
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    return np.mean((d < 0) + 0.5 * (d == 0))
