"""You return how far the scores lie apart. What is asked?

Their mean, `np.mean(scores)`. The deviation is worth knowing as well, but it is not asked here.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    return np.std([score(fit(X[t], y[t]), X[v], y[v]) for t, v in folds])
