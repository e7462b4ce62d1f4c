"""You return one fold. How many are asked?

k of them, each part being the validation set once. Look for a `return` inside of the loop.
"""

import numpy as np


def k_folds(n, k, rng):
    order = rng.permutation(n)
    part = np.array_split(order, k)[0]
    return [(np.setdiff1d(order, part), part)]
