"""You return the median of the scores. Which one is asked?

The mean: each fold counts, also a very bad one. `np.mean(scores)`.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    return np.median([score(fit(X[t], y[t]), X[v], y[v]) for t, v in folds])
