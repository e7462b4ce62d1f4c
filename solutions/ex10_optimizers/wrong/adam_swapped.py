"""β₁ and β₂ have changed places. Which of them belongs to m, the mean of the gradients?

β₁, the first one of the two: it is the smaller one mostly, such as 0.9, and β₂ is 0.999.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    beta1, beta2 = beta2, beta1
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
