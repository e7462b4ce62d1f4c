"""n indices come back, however large the sample should be. How many are asked?

batch_size of them, drawn by chance: where you shuffle all, cut the rest off, and where you draw,
say `size=batch_size`.
"""


def draw_sample(n, batch_size, rng):
    return rng.permutation(n)
