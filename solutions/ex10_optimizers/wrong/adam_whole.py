"""You have one v for all numbers of w together. How many are there?

One for each number of w, so v has the shape of g. The mean is one over the steps, and not over the
entries.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * np.mean(g**2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
