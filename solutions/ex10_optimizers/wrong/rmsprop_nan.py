"""Your moves are right, but NaN where all gradients so far were 0. What is 0/0?

NaN for NumPy. The 1e-8 below the line is there for this: then it is 0 divided by something.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * g**2
    return w - learning_rate * g / np.sqrt(v), v
