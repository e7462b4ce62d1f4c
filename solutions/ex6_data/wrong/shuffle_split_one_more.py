"""Your training set has as many samples as it should, and your validation set has one more. Where
is that one else?

In the training set, too. Both meet at one place: `order[:size]` ends before it, and
`order[size:]` begins there.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[: size + 1], order[size:]
    return X[train], y[train], X[val], y[val]
