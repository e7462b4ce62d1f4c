"""You fit one model to all of the data. What is left that it has not seen?

Nothing. Fit a new model in each round, on that fold's training set alone.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    model = fit(X, y)
    return np.mean([score(model, X[v], y[v]) for _, v in folds])
