"""The numbers inside of your rows have changed places. Which axis do you shuffle?

Your order is one of the columns, the features. Shuffle the rows: `rng.permutation(len(X))`, and
`X[order]`.
"""


def shuffle_split(X, y, fraction, rng):
    v = int(fraction * len(y))
    o = rng.permutation(X.shape[1])
    X = X[:, o]
    return (X[v:], y[v:], X[:v], y[:v])
