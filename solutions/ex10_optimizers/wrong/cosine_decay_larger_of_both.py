"""Your curve goes down to 0, and is cut off at `lowest`. Where does the curve of the formula end?

At `lowest` itself, without a bend: only the part of lr above it follows the cosine.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return max(lowest, lr * (1 + np.cos(np.pi * done)) / 2)
