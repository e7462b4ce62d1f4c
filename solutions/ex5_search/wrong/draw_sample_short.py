"""The last sample is never drawn. Which is the largest index that your generator gives?

NumPy leaves the upper end out: `rng.integers(0, n)` gives 0 … n − 1. (Python's `random.randint`
includes it, and some course notes have `n-1` for that reason.)
"""


def draw_sample(n, batch_size, rng):
    return rng.integers(0, n - 1, size=batch_size)
