"""Your values are right while no two scores are the same; with ties they depend on the order in
which the samples stand. Where has a ROC curve its corners?

At the *distinct* scores: samples of one score come in together, in a slanting step (a trapezoid),
so that a tie counts one half.
"""

import numpy as np


def auc(y_true, scores):
    y = y_true[np.argsort(-scores, kind="stable")]
    return np.sum(np.cumsum(y) * (1 - y)) / (np.sum(y) * np.sum(1 - y))
