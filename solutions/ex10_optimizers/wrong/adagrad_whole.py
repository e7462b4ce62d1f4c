"""You have one sum for all numbers of w together. How many G are there?

One for each number of w: what is seldom moved shall go further. So G has the shape of g, and
nothing is summed over its entries.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = G + np.sum(g**2)
    return w - learning_rate * g / (np.sqrt(G) + 1e-8), G
