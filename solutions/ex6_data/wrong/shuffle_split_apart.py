"""Rows and labels no longer belong together. How often do you shuffle?

X and y are shuffled apart, each in an order of its own. Draw one permutation of the indices, and
take both by it: `X[order]` and `y[order]`.
"""


def shuffle_split(X, y, fraction, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    size = int(fraction * len(X))
    return X[size:], y[size:], X[:size], y[:size]
