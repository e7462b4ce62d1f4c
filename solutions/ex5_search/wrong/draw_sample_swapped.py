"""n indices come back, of 0 … batch_size − 1: the two numbers are swapped. How many are asked,
and from how many?

batch_size of them, from n: the bound comes first in `rng.integers`, and how many are drawn is its
`size`.
"""


def draw_sample(n, batch_size, rng):
    return rng.integers(batch_size, size=n)
