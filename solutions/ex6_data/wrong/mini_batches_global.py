"""Two generators of the same seed give two different orders. Where do your random numbers come
from?

Not all of them come from rng. Take them from there alone (`rng.permutation`), and not from
`np.random`, from `random`, or from a generator that you make yourself.
"""

import numpy as np


def mini_batches(X, y, batch_size, rng):
    order = np.random.permutation(len(X))
    batches = [order[start : start + batch_size] for start in range(0, len(X), batch_size)]
    return [(X[batch], y[batch]) for batch in batches]
