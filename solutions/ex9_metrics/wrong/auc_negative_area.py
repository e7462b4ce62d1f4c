"""These are minus the values that are asked. Which way does the false positive rate go from one
corner of your curve to the next?

From high to low: thresholds that rise walk along the curve from right to left, and the area counts
as negative. Begin with the highest score.
"""

import numpy as np


def auc(y_true, scores):
    thresholds = [*np.unique(scores), np.inf]
    hits = [np.mean(scores[y_true == 1] >= t) for t in thresholds]
    alarms = [np.mean(scores[y_true == 0] >= t) for t in thresholds]
    return np.sum(np.diff(alarms) * (np.array(hits[1:]) + hits[:-1]) / 2)
