"""The indices are 1 … n. Which index has the first sample?

0, and the last one n − 1: an index of n does not exist. `rng.integers(n, ...)` begins with 0.
"""


def draw_sample(n, batch_size, rng):
    return rng.integers(1, n + 1, size=batch_size)
