"""Every generator gives the same order, whatever its seed. Where do your random numbers come from?

A seed stands in your function, so rng has no effect, and each epoch has the same batches. Take all
numbers from rng: `rng.permutation(len(X))`.
"""

import numpy as np


def mini_batches(X, y, batch_size, rng):
    order = np.random.default_rng(0).permutation(len(X))
    batches = [order[start : start + batch_size] for start in range(0, len(X), batch_size)]
    return [(X[batch], y[batch]) for batch in batches]
