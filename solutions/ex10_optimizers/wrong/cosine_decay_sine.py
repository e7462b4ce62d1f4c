"""Your rate begins half-way up, rises and comes back. What are the sine and the cosine of 0?

0 and 1: the cosine begins at the top.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lowest + (lr - lowest) * (1 + np.sin(np.pi * done)) / 2
