"""You have an empty batch at the end where batch_size divides N. What is the mean of no samples?

It is NaN. `range(N // batch_size + 1)` begins one batch too many there: write `range(0, N,
batch_size)`.
"""


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    starts = [i * batch_size for i in range(len(X) // batch_size + 1)]
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in starts]
