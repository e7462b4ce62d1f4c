"""Your rate rises from `lowest` to lr. With which sign does the cosine stand in the formula?

With a plus: it is 1 at the start, where the rate is lr.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lowest + (lr - lowest) * (1 - np.cos(np.pi * done)) / 2
