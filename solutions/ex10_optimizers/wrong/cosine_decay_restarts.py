"""Right before the end; then your curve starts at lr again, as with warm restarts. What is the rate
from epoch `epochs` on?

`lowest`, for ever: no remainder is taken.
"""

import numpy as np


def cosine_decay(lr, epoch, epochs, lowest):
    return lowest + (lr - lowest) * (1 + np.cos(np.pi * (epoch % epochs) / epochs)) / 2
