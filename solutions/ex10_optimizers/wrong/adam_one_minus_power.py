"""You take the power of 1 − β. What is taken to the power of t in the formula?

β alone: it is what remains of the 0 at the beginning, after t steps.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - (1 - beta1) ** t)
    v_hat = v / (1 - (1 - beta2) ** t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
