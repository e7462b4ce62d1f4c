"""You have one mean for all numbers of w together. How many v are there?

One for each number of w, so v has the shape of g. The mean is one over the steps, and not over the
entries.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * np.mean(g**2)
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v
