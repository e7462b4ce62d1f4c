"""You return the right batches, but X and y are in another order afterwards. Whose arrays do you
write into?

The caller's: `X[:] = ...` and `rng.shuffle(X)` change the array that you are given. `X[order]`
makes a new one.
"""


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    starts = range(0, len(X), batch_size)
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in starts]
