"""Your result has the opposite sign. Is a score something to be changed?

No: return the mean of what `score` gives, as it is. Here a score may be negative.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    return -np.mean([score(fit(X[t], y[t]), X[v], y[v]) for t, v in folds])
