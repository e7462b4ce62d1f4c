"""Samples that were neighbours stay together in your batches. What do you shuffle?

Not the samples: either the finished batches, or the samples inside of each one, or rng only says
where the first batch begins. Shuffle the indices of all samples first, and cut that order into
batches.
"""


def mini_batches(X, y, batch_size, rng):
    b = [(X[i : i + batch_size], y[i : i + batch_size]) for i in range(0, len(y), batch_size)]
    rng.shuffle(b)
    return b
