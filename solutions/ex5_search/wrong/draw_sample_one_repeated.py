"""All indices of a sample are the same. How often do you ask the generator?

Draw each one on its own: with `size`, a single call of `rng.integers` draws as many numbers as you
want.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return np.full(batch_size, rng.integers(n))
