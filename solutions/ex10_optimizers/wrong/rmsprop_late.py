"""Your first step is enormous: you divide by the root of the old v, which is 0. When does the new
square come into v?

Before the division.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), rho * v + (1 - rho) * g**2
