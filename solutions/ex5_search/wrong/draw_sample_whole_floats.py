"""These are whole numbers, but floats. Can 3.0 be an index?

NumPy takes integers alone: `rng.integers(...)` gives them, and so does `.astype(int)`.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return np.floor(rng.random(batch_size) * n)
