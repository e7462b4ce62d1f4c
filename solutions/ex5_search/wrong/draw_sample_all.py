"""n indices come back, all that there are. How many are asked?

batch_size of them, drawn by chance: where you shuffle all, cut the rest off.
"""


def draw_sample(n, batch_size, rng):
    return rng.permutation(n)
