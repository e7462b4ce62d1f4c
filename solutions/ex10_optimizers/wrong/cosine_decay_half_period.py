"""Your rate ends in the middle between lr and `lowest`: the angle goes up to π/2 only. Where is the
cosine −1?

At π. So that is the angle of the last epoch.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lowest + (lr - lowest) * (1 + np.cos(np.pi / 2 * done)) / 2
