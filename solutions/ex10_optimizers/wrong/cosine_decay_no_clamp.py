"""Right up to epoch `epochs`; after the end your rate rises again. What does a cosine do after π?

It comes back. From `epochs` on the rate is `lowest`: clamp the fraction of the way at 1, or ask
first.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    return lowest + (lr - lowest) * (1 + np.cos(np.pi * epoch / epochs)) / 2
