"""You return the first batch alone. Does anything end the loop?

A `return` inside of the loop does. Collect the batches in a list, and return it behind the loop.
"""


def mini_batches(X, y, batch_size, rng):
    batch = rng.permutation(len(X))[:batch_size]
    return [(X[batch], y[batch])]
