"""Your rate goes down to 0, whatever `lowest` is. Where does the curve end?

At `lowest`: it stands below the whole curve, and the wave is as high as the rest of lr.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lr * (1 + np.cos(np.pi * done)) / 2
