"""Indices that were neighbours stay together in your folds. What do you shuffle?

Not the indices: either the finished parts, or the indices inside of each one, or rng only says
where the first part begins. Shuffle all indices first, and divide that order into parts.
"""

import numpy as np


def k_folds(n, k, rng):
    order = np.roll(np.arange(n), rng.integers(n))
    return [(np.setdiff1d(order, part), part) for part in np.array_split(order, k)]
