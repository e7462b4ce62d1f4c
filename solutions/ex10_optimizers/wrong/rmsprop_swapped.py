"""ρ and 1 − ρ have changed places. Which of them weighs the old v?

ρ: with ρ = 0.9 nine tenths of the old mean are kept, and one tenth is new.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = (1 - rho) * v + rho * g**2
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v
