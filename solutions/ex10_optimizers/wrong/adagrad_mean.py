"""The first step is right; later you divide by the root of a mean of the squares. Is it divided by
the number of steps in the formula?

No, the squares are added up and nothing else: so the steps of Adagrad become shorter and shorter.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G, t = (0.0, 0) if state is None else state
    G, t = G + g**2, t + 1
    return w - learning_rate * g / (np.sqrt(G / t) + 1e-8), (G, t)
