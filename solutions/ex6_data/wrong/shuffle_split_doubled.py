"""Some rows are there twice or more, and others are lost. Which `shuffle` do you call?

Python's `random.shuffle` swaps rows of an array by way of views, which doubles some of them.
Shuffle the indices in place of the rows, with `rng.permutation(n)`.
"""

import random

import numpy as np


def shuffle_split(X, y, fraction, rng):
    rows = np.column_stack([X.reshape(len(X), -1), y])
    random.shuffle(rows)
    X, y = rows[:, :-1].reshape(X.shape), rows[:, -1].astype(int)
    size = int(fraction * len(X))
    return X[size:], y[size:], X[:size], y[:size]
