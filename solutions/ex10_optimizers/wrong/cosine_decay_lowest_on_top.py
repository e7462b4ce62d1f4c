"""Your rate begins at lr + lowest. How high is the wave that stands on `lowest`?

It is as high as the difference of both, so that it begins at lr.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    done = min(epoch / epochs, 1)
    return lowest + lr * (1 + np.cos(np.pi * done)) / 2
