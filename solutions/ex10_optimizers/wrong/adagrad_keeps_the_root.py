"""The first step is right, and in the next one a root of a root is taken. What do you keep as the
state, G or its root?

Keep G itself, the sum of the squares. The root is for the division alone.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = np.sqrt(G + g**2)
    return w - learning_rate * g / (G + 1e-8), G
