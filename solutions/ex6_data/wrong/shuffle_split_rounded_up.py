"""Your validation set has one sample too many where fraction * N is not whole. How many are asked?

int(fraction * N), which is rounded down. Either you round up, or you compute the size of the
training set, int((1 - fraction) * N), and leave the rest for validation.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    size = int(-(-fraction * len(X) // 1))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
