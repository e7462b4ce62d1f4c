"""Some samples are in several batches, or twice in one, and some are in none. Can your draw give
the same index twice?

`rng.integers`, and `rng.choice` as it comes, draw with replacement. An epoch sees each sample once:
draw one `rng.permutation(N)`, and cut it.
"""


def mini_batches(X, y, batch_size, rng):
    batches = []
    for start in range(0, len(X), batch_size):
        batch = rng.integers(0, len(X), min(batch_size, len(X) - start))
        batches.append((X[batch], y[batch]))
    return batches
