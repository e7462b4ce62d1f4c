"""These are the values for decisions, score ≥ ½, in the place of scores. How many thresholds has a
ROC curve?

All of them: use the scores as they are, without a comparison with ½. They need not lie between 0
and 1.
"""

import numpy as np


def auc(y_true, scores):
    scores = (scores >= 0.5).astype(float)
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    return np.mean((d > 0) + 0.5 * (d == 0))
