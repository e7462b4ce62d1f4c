"""Your mean is rounded down to a whole number. Is it one?

Seldom. `//` rounds down, and so does `np.floor`. The mean is `sum / N`, or `X_train.mean(axis=0)`,
for integers too.
"""


def standardise(X_train, X_test):
    m = X_train.sum(0) // len(X_train)
    s = X_train.std(0)
    s[s == 0] = 1
    return ((X_train - m) / s, (X_test - m) / s)
