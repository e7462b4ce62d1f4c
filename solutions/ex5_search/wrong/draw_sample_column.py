"""Your indices stand in a column. What shape is asked?

(batch_size,): one axis. `rng.integers(0, n, batch_size)`.
"""


def draw_sample(n, batch_size, rng):
    return rng.integers(0, n, (batch_size, 1))
