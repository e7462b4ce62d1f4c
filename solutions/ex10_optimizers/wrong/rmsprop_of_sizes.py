"""You take the mean of the sizes |g|. What comes first in a root of the mean of squares: the mean
or the root?

The squares first, then their mean, then the root of it.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * np.abs(g)
    return w - learning_rate * g / (v + 1e-8), v
