"""Your training set has all samples. Should those for validation be among them?

No: a model that has seen them can't be tested on them. The training set has the N - int(fraction *
N) others.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    val = order[: int(fraction * len(X))]
    return X[order], y[order], X[val], y[val]
