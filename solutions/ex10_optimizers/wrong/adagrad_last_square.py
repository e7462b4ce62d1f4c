"""Each of your moves is as long as the learning rate: you divide g by its own size. Which squares
are in G?

All so far: the old G, which comes back as the state, plus the new square.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = g**2
    return w - learning_rate * g / (np.sqrt(G) + 1e-8), G
