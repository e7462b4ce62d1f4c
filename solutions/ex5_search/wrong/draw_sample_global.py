"""A generator with the same seed gives another sample: the numbers come from elsewhere. What is
`rng` for?

Use the generator that you are given, as in `rng.integers(...)`, and neither `np.random` nor
`random` nor one that you make.
"""

import numpy as np


def draw_sample(n, batch_size, rng):
    return np.random.randint(n, size=batch_size)
