"""Your parts have an axis too many. What does `rng.shuffle` return?

It changes the array that it is given, and returns None; and `X[None]` is X with one more axis.
Write `rng.permutation(n)`, which returns the new order, or call `rng.shuffle(order)` in a line of
its own.
"""

import numpy as np


def shuffle_split(X, y, fraction, rng):
    order = rng.shuffle(np.arange(len(X)))
    X, y = X[order], y[order]
    size = int(fraction * len(X))
    return X[size:], y[size:], X[:size], y[:size]
