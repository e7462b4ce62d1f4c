"""Your curve goes through the samples in the order in which they are given. In which order does the
threshold meet them?

From the highest score to the lowest: sort by the score first, with `np.argsort(-scores)`, and take
the labels along.
"""

import numpy as np


def auc(y_true, scores):
    y = y_true
    return np.sum(np.cumsum(y) * (1 - y)) / (np.sum(y) * np.sum(1 - y))
