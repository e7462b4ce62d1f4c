"""The first two of your parts are as long as the last two should be. Which set does the fraction
belong to, and which comes first?

Either the fraction is taken for the training set, or the validation set is returned first.
int(fraction * N) samples are for *validation*, and the training set comes first.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[val], y[val], X[train], y[train]
