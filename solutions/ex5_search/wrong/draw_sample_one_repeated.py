"""All indices of a sample are the same. How often do you ask the generator?

Draw each one on its own: `rng.integers(n, size=batch_size)` draws batch_size numbers.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return np.full(batch_size, rng.integers(n))
