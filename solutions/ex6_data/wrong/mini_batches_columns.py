"""You cut X along its second axis. Along which axis are the samples?

Along the first: `X[start:stop]`, and not `X[:, start:stop]`.
"""


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    X, y = X[order], y[order]
    starts = range(0, len(X), batch_size)
    return [(X[:, i : i + batch_size], y[i : i + batch_size]) for i in starts]
