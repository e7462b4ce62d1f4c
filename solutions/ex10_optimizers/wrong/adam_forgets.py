"""Each of your moves is as long as the learning rate: every step is a first one. What do you do
with the `state` that you are given?

m, v and t have to come out of it, unless it is None; and all three go into what you return.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = 0.0, 0.0, 0
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + 1e-8), (m, v, t)
