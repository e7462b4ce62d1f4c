"""Your v begins with the first square, so the first step is as long as the learning rate. Where
does v begin here?

At 0, whatever the first gradient is.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = g**2 if state is None else state
    v = rho * v + (1 - rho) * g**2
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v
