"""Your m and v are taken as they are. Both begin at 0: how large are they after one step, beside g
and g²?

Too small by far, and not alike. Divide m by 1 − β₁ᵗ and v by 1 − β₂ᵗ, where t is the number of the
step.
"""

import numpy as np


def adam(w, g, state, learning_rate, beta1, beta2):
    m, v, t = (0.0, 0.0, 0) if state is None else state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - learning_rate * m / (np.sqrt(v) + 1e-8), (m, v, t)
