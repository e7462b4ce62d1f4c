"""Your rate is at `lowest` one epoch too early: you divide by `epochs` − 1. In which epoch does the
curve end?

In the epoch of the number `epochs`; the last one before it is still a little above.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / max(epochs - 1, 1), 1)
    return lowest + (lr - lowest) * (1 + np.cos(np.pi * done)) / 2
