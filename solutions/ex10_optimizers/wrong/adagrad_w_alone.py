"""You return the new w alone. What does the next step have to know?

Two values are asked: w, and the state that the next call is given.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = G + g**2
    return w - learning_rate * g / (np.sqrt(G) + 1e-8)
