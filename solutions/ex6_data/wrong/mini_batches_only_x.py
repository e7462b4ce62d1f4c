"""The labels are still in the order in which they came, and the rows are not. What happens to y?

Only X is shuffled. Draw one permutation of the indices, and take both by it.
"""


def mini_batches(X, y, batch_size, rng):
    X = X[rng.permutation(len(X))]
    starts = range(0, len(X), batch_size)
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in starts]
