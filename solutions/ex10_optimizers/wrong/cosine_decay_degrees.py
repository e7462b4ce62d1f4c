"""You ask for the cosine of 180 times the fraction of the way. In which unit does `np.cos` take its
angle?

In radians: half a wave is π, and not 180.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lowest + (lr - lowest) * (1 + np.cos(180 * done)) / 2
