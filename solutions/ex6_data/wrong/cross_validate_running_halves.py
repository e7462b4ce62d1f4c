"""From the third fold on, your result is no longer the mean. How much does the first fold count in
`(mean + score) / 2`, done again and again?

Half as much with each fold that follows. Collect the scores, and take their mean at the end.
"""


def cross_validate(X, y, folds, fit, score):
    avg = None
    for t, v in folds:
        s = score(fit(X[t], y[t]), X[v], y[v])
        avg = s if avg is None else (avg + s) / 2
    return avg
