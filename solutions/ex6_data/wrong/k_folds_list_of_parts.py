"""Your training set is a list of the other parts. What should it be?

One array of indices: `np.concatenate` makes one array of a list of them.
"""

import numpy as np


def k_folds(n, k, rng):
    p = np.array_split(rng.permutation(n), k)
    return [(p[:i] + p[i + 1 :], p[i]) for i in range(k)]
