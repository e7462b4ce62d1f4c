"""Your first step is enormous: you divide by the root of the old G, which is 0. When does the new
square come into G?

Before the division: then the first step is just as long as the learning rate.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    return w - learning_rate * g / (np.sqrt(G) + 1e-8), G + g**2
