"""Two generators of the same seed give two different splits. Where do your random numbers come
from?

Not all of them come from rng. Take them from there alone (`rng.permutation`), and not from
`np.random`, from `random`, or from a generator that you make yourself. Otherwise nobody can repeat
an experiment.
"""

import numpy as np


def shuffle_split(X, y, fraction, rng):
    order = np.random.permutation(len(X))
    size = int(fraction * len(X))
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]
