"""An index of n is drawn at times, and there is no such sample. Does your generator include the
upper end?

The largest index is n − 1: `rng.integers(n, size=...)` ends there, without `endpoint=True`.
"""


def draw_sample(n, batch_size, rng):
    return rng.integers(0, n, size=batch_size, endpoint=True)
