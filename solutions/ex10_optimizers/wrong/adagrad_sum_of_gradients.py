"""You add up the gradients, and square the sum at the end. What is the sum of 3 and −3, and what is
the sum of their squares?

0 and 18. Square each gradient on its own, then add it to G.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = G + g
    return w - learning_rate * g / (np.abs(G) + 1e-8), G
