"""These are numbers with decimals. Can they be an index?

Draw integers: `rng.integers(n, size=batch_size)`.
"""


def draw_sample(n, batch_size, rng):
    return rng.uniform(0, n, size=batch_size)
