"""The first step is right, and the next one goes on from the corrected m and v. Which m and v have
to be in the state?

Those before the division. What is corrected is for this step alone: give it a name of its own.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m / (np.sqrt(v) + 1e-8), (m, v, t)
