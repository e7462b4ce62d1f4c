"""You return the right parts, but X and y are in another order afterwards. Whose arrays do you
write into?

The caller's: `X[:] = ...` and `rng.shuffle(X)` change the array that you are given. `X[order]`
makes a new one.
"""


def shuffle_split(X, y, fraction, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    size = int(fraction * len(X))
    return X[size:], y[size:], X[:size], y[:size]
