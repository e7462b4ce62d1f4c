"""The first step is right; later you still divide by 1 − β₁ and 1 − β₂, as if t were 1 for ever.
What changes from step to step?

The power t: in step t it is βᵗ. Does your t grow, and does it come back in the state?
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1), v / (1 - beta2)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
