"""You score the model of the first fold on all of them. What has it seen of the other parts?

All of them: it was trained on them. Fit a new model in each round, on that fold's training set.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    train = folds[0][0]
    model = fit(X[train], y[train])
    return np.mean([score(model, X[v], y[v]) for _, v in folds])
