"""The labels are still in the order in which they came, and the rows are not. What happens to y?

Only X is shuffled. Draw one permutation of the indices, and take both by it: `X[order]` and
`y[order]`.
"""


def shuffle_split(X, y, fraction, rng):
    X = X[rng.permutation(len(X))]
    size = int(fraction * len(X))
    return X[size:], y[size:], X[:size], y[:size]
