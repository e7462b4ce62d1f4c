"""A constant column comes back as it was. What is done to it before the division?

The mean is subtracted, there too: only the division falls away. It becomes 0 in the training set,
and x − μ in the test set.
"""


def standardise(X_train, X_test):
    a, b = (X_train.astype(float), X_test.astype(float))
    for j in range(a.shape[1]):
        m, s = (X_train[:, j].mean(), X_train[:, j].std())
        if s > 0:
            a[:, j] = (a[:, j] - m) / s
            b[:, j] = (b[:, j] - m) / s
    return (a, b)
