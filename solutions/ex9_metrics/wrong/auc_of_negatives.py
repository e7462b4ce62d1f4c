"""You divide by the number of negatives alone. How many pairs of a positive and a negative are
there?

As many as the product of both numbers: divide by n₁ · n₀.
"""

import numpy as np


def auc(y_true, scores):
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    return np.sum((d > 0) + 0.5 * (d == 0)) / len(negatives)
