"""Some indices are in several validation sets, and some are in none. How often do you shuffle?

Each fold is drawn anew. Shuffle once, before the loop, and cut the order into k parts.
"""

import numpy as np


def k_folds(n, k, rng):
    folds = []
    for i in range(k):
        part = np.array_split(rng.permutation(n), k)[i]
        folds.append((np.setdiff1d(np.arange(n), part), part))
    return folds
