"""Your v is made of the squares of m. Whose squares are asked?

Those of the gradient of this step, g.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * m**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
