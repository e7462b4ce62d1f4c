"""You round the fraction to two decimals: one right row of three should be 0.3333, and yours is
0.33.

Round when you print it, not before.
"""

import numpy as np


def accuracy(y_hat, Y):
    return round(float(np.mean(np.argmax(y_hat, axis=1) == Y.numpy())), 2)
