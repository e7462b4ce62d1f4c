"""Your values are 2 AUC − 1, the Gini coefficient. What is the AUC of scores that are drawn
blindly?

½, and not 0: return the area itself.
"""

import numpy as np


def auc(y_true, scores):
    positives, negatives = scores[y_true == 1], scores[y_true == 0]
    d = positives[:, None] - negatives
    return np.mean(np.sign(d))
