"""The samples are still in the order in which they came. What if they are sorted by their class?

Then each batch has one class only. Shuffle first: `order = rng.permutation(len(X))`.
"""


def mini_batches(X, y, batch_size, rng):
    starts = range(0, len(X), batch_size)
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in starts]
