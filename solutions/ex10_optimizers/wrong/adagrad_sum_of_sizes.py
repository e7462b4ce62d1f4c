"""You add up the sizes |g|, which is the sum of the roots of the squares. What comes first, the sum
or the root?

The sum of the squares: 3 and 4 give 5, the root of 25, and not 7.
"""

import numpy as np


def adagrad(w, g, state, learning_rate):
    G = 0.0 if state is None else state
    G = G + np.abs(g)
    return w - learning_rate * g / (G + 1e-8), G
