"""Your samples have lost their axes: each one is a long vector now. What is the shape of a row of
X?

A row may be an image with several axes, and should come back as one. Index the first axis only,
`X[order]`, and do not reshape.
"""


def shuffle_split(X, y, fraction, rng):
    X = X.reshape(len(X), -1)
    v = int(fraction * len(y))
    o = rng.permutation(len(y))
    return (X[o[v:]], y[o[v:]], X[o[:v]], y[o[:v]])
