"""From the first index of a sample all others follow. How many of them are drawn?

One, and the others are its neighbours. Each index is drawn for itself: `rng.integers(n,
size=batch_size)`, or `rng.choice(n, batch_size, replace=False)`.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return (rng.integers(n) + np.arange(batch_size)) % n
