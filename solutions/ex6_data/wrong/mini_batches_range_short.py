"""The last rows are missing, also where batch_size divides N. Where does your range stop?

Before the last batch, as in `range(0, N - batch_size, batch_size)`. Let it run to N: a slice that
goes beyond the end is cut off by itself.
"""


def mini_batches(X, y, batch_size, rng):
    o = rng.permutation(len(y))
    return [
        (X[o[i : i + batch_size]], y[o[i : i + batch_size]])
        for i in range(0, len(y) - batch_size, batch_size)
    ]
