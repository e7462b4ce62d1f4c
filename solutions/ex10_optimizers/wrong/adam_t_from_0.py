"""Your first step is NaN, and the next one divides as if it were the first. What is 1 − β⁰?

It is 0, and 0/0 is NaN. t is 1 at the first step: count before you divide.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    t = t + 1
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
