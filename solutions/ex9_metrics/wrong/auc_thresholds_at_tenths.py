"""These are the values for the thresholds 0, 0.1, 0.2 … 1 alone. Between which scores can two
samples be told apart?

Between any two that differ, in or outside of 0 … 1: take the scores themselves as thresholds, or
compare the pairs.
"""

import numpy as np


def auc(y_true, scores):
    tpr, fpr = [], []
    for threshold in np.linspace(1, 0, 11):
        called = scores >= threshold
        tpr.append(np.mean(called[y_true == 1]))
        fpr.append(np.mean(called[y_true == 0]))
    return np.trapezoid(tpr, fpr)
