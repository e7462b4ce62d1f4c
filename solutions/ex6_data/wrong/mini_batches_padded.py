"""Your last batch is filled up with samples that were there before. How often is each sample asked
for?

Once. The last batch may be shorter: leave it so.
"""

import numpy as np


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    order = np.concatenate([order, order[: -len(X) % batch_size]])
    batches = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(X[batch], y[batch]) for batch in batches]
