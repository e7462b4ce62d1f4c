"""Every generator gives the same split, whatever its seed. Where do your random numbers come from?

A seed stands in your function, so rng has no effect. Take all numbers from rng:
`rng.permutation(len(X))`.
"""

import numpy as np


def shuffle_split(X, y, fraction, rng):
    order = np.random.default_rng(42).permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
