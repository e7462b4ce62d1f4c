"""Your m, v and t are those of another parameter, which has taken a step in between. Where do you
keep them?

A network has many parameters, and one function serves all of them. What belongs to one has to be in
the state that you return, not in a global variable.
"""

import numpy as np

memory = {}


def adam(w, g, state, learning_rate, beta1, beta2):
    if state is None:
        memory.clear()
    m, v, t = memory.get("all", (0.0, 0.0, 0))
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    memory["all"] = m, v, t
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), True
