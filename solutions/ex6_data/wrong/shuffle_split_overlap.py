"""Some samples are in both of your sets, and some are in none. How often do you draw an order?

Once for each set is once too often. Draw one permutation; its first int(fraction * N) indices are
for validation, and all others for training.
"""


def shuffle_split(X, y, fraction, rng):
    size = int(fraction * len(X))
    train, val = rng.permutation(len(X))[size:], rng.permutation(len(X))[:size]
    return X[train], y[train], X[val], y[val]
