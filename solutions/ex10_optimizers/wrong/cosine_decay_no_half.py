"""What you add to `lowest` is twice as much as it should be. From where to where does 1 + cos go?

From 2 to 0: the half in front of it makes 1 of the 2.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lowest + (lr - lowest) * (1 + np.cos(np.pi * done))
