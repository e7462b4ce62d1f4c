"""Samples that were neighbours stay together in your batches. What do you shuffle?

Not the samples: either the finished batches, or the samples inside of each one, or rng only says
where the first batch begins. Shuffle the indices of all samples first, and cut that order into
batches.
"""

import numpy as np


def mini_batches(X, y, batch_size, rng):
    order = np.roll(np.arange(len(X)), rng.integers(len(X)))
    batches = [order[start : start + batch_size] for start in range(0, len(X), batch_size)]
    return [(X[batch], y[batch]) for batch in batches]
