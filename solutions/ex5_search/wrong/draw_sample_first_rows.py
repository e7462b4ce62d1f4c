"""These are always the first indices. Which samples are never seen?

All that come later: draw by chance, from all of 0 … n − 1.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return np.arange(batch_size)
