"""You take the mean of the gradients, and its square after that. What is the mean of 3 and −3, and
what that of their squares?

0 and 9. Square each gradient on its own, before it comes into v.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = 0.0 if state is None else state
    v = rho * v + (1 - rho) * g
    return w - learning_rate * g / (np.abs(v) + 1e-8), v
