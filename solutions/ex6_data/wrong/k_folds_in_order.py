"""The indices are still in order: the first fold has the first ones. What if the data are sorted by
their class?

Then a fold has one class only, which its model has hardly seen. Shuffle first:
`rng.permutation(n)`.
"""

import numpy as np


def k_folds(n, k, rng):
    order = np.arange(n)
    return [(np.setdiff1d(order, part), part) for part in np.array_split(order, k)]
