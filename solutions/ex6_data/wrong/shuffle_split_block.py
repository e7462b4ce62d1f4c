"""Your validation set has neighbours only, and rng says no more than where it begins. Which rows
can come together?

Any rows should. Take a whole new order: `rng.permutation(n)`.
"""

import numpy as np


def shuffle_split(X, y, fraction, rng):
    n = len(y)
    v = int(fraction * n)
    o = np.roll(np.arange(n), rng.integers(n))
    return (X[o[v:]], y[o[v:]], X[o[:v]], y[o[:v]])
