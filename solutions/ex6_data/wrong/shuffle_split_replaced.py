"""Some samples are there more than once, and some are lost. Can your draw give the same index
twice?

`rng.integers`, and `rng.choice` as it comes, draw with replacement. Use `rng.permutation(n)`, which
has each index once.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.integers(0, len(X), len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
