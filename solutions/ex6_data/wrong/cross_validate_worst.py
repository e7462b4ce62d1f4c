"""You return the smallest of the scores. Is the unluckiest fold what is to be expected?

The mean is. Collect the scores, and return `np.mean(scores)`.
"""


def cross_validate(X, y, folds, fit, score):
    return min(score(fit(X[t], y[t]), X[v], y[v]) for t, v in folds)
