"""Two generators of the same seed give different folds. Where do your random numbers come from?

Not all of them come from rng. Take them from there alone (`rng.permutation`), and not from
`np.random`, from `random`, or from a generator that you make yourself.
"""

import numpy as np


def k_folds(n, k, rng):
    order = np.random.permutation(n)
    return [(np.setdiff1d(order, part), part) for part in np.array_split(order, k)]
