"""The sum of your scores is divided by one less than there are folds. By what is a mean divided?

By how many numbers there are: `len(folds)`, or take `np.mean(scores)`.
"""


def cross_validate(X, y, folds, fit, score):
    total = sum(score(fit(X[t], y[t]), X[v], y[v]) for t, v in folds)
    return total / (len(folds) - 1)
