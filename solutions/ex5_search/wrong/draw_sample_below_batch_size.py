"""No index of yours is as large as batch_size. From how many samples do you draw?

From n, and batch_size is how many you draw: `rng.integers(n, size=batch_size)`, or
`rng.permutation(n)[:batch_size]`.
"""


def draw_sample(n, batch_size, rng):
    return rng.permutation(batch_size)
