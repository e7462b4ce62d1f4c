"""Above the line stands the gradient of this step alone. What stands there in the formula?

The mean of the gradients, m̂. Does m come back in your state, and do you use it?
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    v = beta2 * v + (1 - beta2) * g**2
    v_hat = v / (1 - beta2**t)
    return w - learning_rate * g / (np.sqrt(v_hat) + 1e-8), (m, v, t)
