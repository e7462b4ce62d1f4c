"""From the first index of a sample all others follow. How many of them are drawn?

One, and the others are its neighbours. Each index is drawn for itself: let `rng.integers` or
`rng.choice` draw all of them.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return (rng.integers(n) + np.arange(batch_size)) % n
