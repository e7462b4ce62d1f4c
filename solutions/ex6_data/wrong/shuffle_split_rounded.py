"""Your validation set has one sample too many where fraction * N is nearer to the next whole
number. How many are asked?

int(fraction * N), which is rounded down: `round` is not `int`.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    size = round(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
