"""You scale each row by its own mean and deviation. Is a sample a row or a column?

A sample is a row, and a feature a column. Each column gets the mean and deviation of its own:
`axis=0`.
"""


def standardise(X_train, X_test):
    def scale(X):
        std = X.std(axis=1, keepdims=True)
        std[std == 0] = 1
        return (X - X.mean(axis=1, keepdims=True)) / std

    return scale(X_train), scale(X_test)
