"""The first step is right, and later ones know nothing of what was before. Does the old v come into
the new one, and is v in the state that you return?

What you return as the second value comes back as `state`. The new v begins with ρ times it.
"""

import numpy as np


def rmsprop(w, g, state, learning_rate, rho):
    v = (1 - rho) * g**2
    return w - learning_rate * g / (np.sqrt(v) + 1e-8), v
