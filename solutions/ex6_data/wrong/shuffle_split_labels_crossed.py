"""Beside each X stand the other set's labels. In which order are the four asked?

X_train, y_train, X_val, y_val: the labels of a set come after its rows.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[val], X[val], y[train]
