"""Your training set has one sample less than it should. Where does it begin, and where does the
validation set end?

One row is in none of the two. Begin where the other ends: `order[:size]` and `order[size:]`.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size + 1 :]
    return X[train], y[train], X[val], y[val]
