"""The new square counts in full in your v. How much do the weights of a mean add up to?

To 1: ρ for the old v, and 1 − ρ for the new square.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + g**2
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v
