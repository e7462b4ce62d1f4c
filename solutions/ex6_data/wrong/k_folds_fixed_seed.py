"""Every generator gives the same folds, whatever its seed. Where do your random numbers come from?

A seed stands in your function, so rng has no effect. Take all numbers from rng:
`rng.permutation(n)`.
"""

import numpy as np


def k_folds(n, k, rng):
    order = np.random.default_rng(0).permutation(n)
    return [(np.setdiff1d(order, part), part) for part in np.array_split(order, k)]
