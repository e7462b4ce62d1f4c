"""You return an array of n booleans for each part. What is asked: a mask, or the indices?

The indices. `np.flatnonzero(mask)` makes them of a mask.
"""

import numpy as np


def k_folds(n, k, rng):
    parts = np.array_split(rng.permutation(n), k)
    masks = [np.isin(np.arange(n), part) for part in parts]
    return [(~mask, mask) for mask in masks]
