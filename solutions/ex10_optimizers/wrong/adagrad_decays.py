"""Your G forgets what is long ago, as in RMSprop, with 0.9. Does Adagrad forget anything?

Nothing: each square counts as it is, for ever.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = 0.9 * G + 0.1 * g**2
    return w - learning_rate * g / (np.sqrt(G) + 1e-8), G
