"""Your training sets have indices of their own validation set. What does `np.delete(order,
validation)` take away?

What stands at these places, and not these numbers. After the shuffling the two are not the same:
take `np.setdiff1d(order, validation)`, or join the other parts.
"""

import numpy as np


def k_folds(n, k, rng):
    o = rng.permutation(n)
    return [(np.delete(o, v), v) for v in np.array_split(o, k)]
