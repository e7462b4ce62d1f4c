"""You return the k parts alone. What does each of the k models learn from?

From all the others: return pairs (train, validation), with the indices that are not in the part
first.
"""

import numpy as np


def k_folds(n, k, rng):
    return np.array_split(rng.permutation(n), k)
