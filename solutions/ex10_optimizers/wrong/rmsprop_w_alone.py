"""You return the new w alone. What does the next step have to know?

Two values are asked: w, and the state that the next call is given.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * g**2
    return w - learning_rate * g / (np.sqrt(v) + 1e-8)
