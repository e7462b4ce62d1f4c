"""Your m and v are right, but t counts the steps of another parameter too, which begins in between.
Where do you keep t?

It belongs into the state, with m and v: each parameter counts its own steps.
"""

import numpy as np

memory = {}


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    if state is None:
        memory["t"] = 0
    memory["t"] += 1
    t = memory["t"]
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
