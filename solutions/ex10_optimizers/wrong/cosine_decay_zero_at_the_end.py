"""Right before the end; from epoch `epochs` on you return 0. Does the training stop there?

It may go on, with the rate `lowest`.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    if epoch >= epochs:
        return 0.0
    return lowest + (lr - lowest) * (1 + np.cos(np.pi * epoch / epochs)) / 2
