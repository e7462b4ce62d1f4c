"""Rows and labels no longer belong together. How often do you shuffle?

X and y are shuffled apart. Draw one permutation of the indices, and take both by it.
"""


def mini_batches(X, y, batch_size, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    starts = range(0, len(X), batch_size)
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in starts]
