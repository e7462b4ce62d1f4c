"""These are the values for a t that is one too large in each step. Which t does your first step
have?

It has 1: count before you divide, and begin at 0; or begin at 1, and count afterwards.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 1) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
