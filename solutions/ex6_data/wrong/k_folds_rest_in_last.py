"""Your last fold is longer than the others by more than one. How many indices are left over?

n % k are, and the last fold takes them all. Give one more to as many of the folds; `np.array_split`
does so.
"""

import numpy as np


def k_folds(n, k, rng):
    order, size = rng.permutation(n), n // k
    parts = [order[i * size : (i + 1) * size if i < k - 1 else n] for i in range(k)]
    return [(np.setdiff1d(order, part), part) for part in parts]
