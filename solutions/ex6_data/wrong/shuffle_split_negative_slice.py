"""Where no sample is for validation, your training set is empty, and all samples are for
validation. What is `order[-0:]`?

-0 is 0, so `order[-n_val:]` is everything and `order[:-n_val]` is nothing when n_val is 0. Count
from the front, `order[n_val:]` and `order[:n_val]`, or to len(X) - n_val.
"""


def shuffle_split(X, y, fraction, rng):
    v = int(fraction * len(y))
    o = rng.permutation(len(y))
    return (X[o[:-v]], y[o[:-v]], X[o[-v:]], y[o[-v:]])
