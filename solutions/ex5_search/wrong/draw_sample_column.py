"""Your indices stand in a column. What shape is asked?

(batch_size,): one axis. With one number as its `size`, `rng.integers` returns a vector; `.ravel()`
makes one of a column.
"""


def draw_sample(n, batch_size, rng):
    return rng.integers(0, n, (batch_size, 1))
