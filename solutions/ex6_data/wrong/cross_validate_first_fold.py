"""You return the score of the first fold alone. Does anything end the loop?

A `return` inside of the loop does. Collect the scores in a list, and return their mean behind the
loop.
"""


def cross_validate(X, y, folds, fit, score):
    for train, val in folds:
        return score(fit(X[train], y[train]), X[val], y[val])
