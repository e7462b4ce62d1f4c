"""The number of your validation samples changes with the seed. Does chance decide how many there
are, or only which?

Where each row is drawn by itself, as in `rng.random(N) < fraction`, the fraction holds on average
only. Shuffle the indices, and take the first `int(fraction * N)` of them.
"""


def shuffle_split(X, y, fraction, rng):
    val = rng.random(len(y)) < fraction
    return (X[~val], y[~val], X[val], y[val])
