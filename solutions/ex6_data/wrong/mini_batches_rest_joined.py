"""Your last batch has more than batch_size samples. What belongs to a batch of its own?

The rest, which is shorter. Leave it by itself: `range(0, N, batch_size)` begins it, too.
"""


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    count = max(1, len(X) // batch_size)
    starts = [i * batch_size for i in range(count)]
    stops = [*starts[1:], len(X)]
    batches = [order[i:j] for i, j in zip(starts, stops, strict=True)]
    return [(X[batch], y[batch]) for batch in batches]
