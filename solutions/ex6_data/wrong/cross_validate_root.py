"""Your result is a root of what is asked, but for the sign. Is a score something to be changed?

No: return the mean of what `score` gives, as it is, and without `np.sqrt`.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    mean = np.mean([score(fit(X[t], y[t]), X[v], y[v]) for t, v in folds])
    return -np.sqrt(-mean)
