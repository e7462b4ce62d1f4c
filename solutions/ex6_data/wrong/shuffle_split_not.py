"""The rows are still in the order in which they came. What if they are sorted by their class?

Then the validation set has one class only. Shuffle first: `order = rng.permutation(len(X))`.
"""


def shuffle_split(X, y, fraction, rng):
    n = len(X) - int(fraction * len(X))
    return X[:n], y[:n], X[n:], y[n:]
