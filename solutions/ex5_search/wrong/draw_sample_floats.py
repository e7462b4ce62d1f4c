"""These are numbers with decimals. Can they be an index?

No, only integers can: `rng.integers` draws them, and `rng.random` or `rng.uniform` does not.
"""


def draw_sample(n, batch_size, rng):
    return rng.uniform(0, n, size=batch_size)
