"""Your second part is one of X, and your third one of y. In which order are the four asked?

X_train, y_train, X_val, y_val: first both parts of the training set. (scikit-learn's
`train_test_split` has another order.)
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], X[val], y[train], y[val]
