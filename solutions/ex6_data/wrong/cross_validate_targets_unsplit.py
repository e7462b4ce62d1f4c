"""You fit to the first targets, as many as the training set has, whichever rows the fold has. How
do you take the targets?

Take both by the same indices: `X[train], y[train]`. `y[:len(train)]` belongs to other rows.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    return np.mean([score(fit(X[t], y[: len(t)]), X[v], y[v]) for t, v in folds])
