"""Your moves are right, but the w that you are given has changed afterwards. Whose array does `w -=
…` write into?

Into the caller's. `w = w - …` makes a new array.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * g**2
    w -= learning_rate * g / (np.sqrt(v) + 1e-8)
    return w, v
